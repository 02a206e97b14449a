// One lesson file: front matter, Markdown, drawings and fences, as a content lesson of the contract.
import { Block, ContentLesson, type RichTextNode } from '@onetouch/contract';
import { lexer, type Token, type Tokens } from 'marked';
import { z } from 'zod';
import { checked, ContentError, type Place } from './content-error.js';
import type { CourseFolder } from './course-folder.js';
import { drawingBlock } from './drawing.js';
import { readFence } from './fenced-blocks.js';
import { richTextNode } from './rich-text.js';
import { stableId } from './stable-ids.js';
import { readYaml } from './yaml-text.js';

export const Words = z.strictObject({ vi: z.string(), en: z.string() });
const FrontMatter = z.strictObject({ id: z.uuid(), title: Words, minutes: z.number() });
const frontMatter = /^---\n([\s\S]*?\n)---\n/;

/** Collects blocks in order; text between two special blocks becomes one text block. */
class LessonBlocks {
  readonly blocks: Block[] = [];
  private readonly keys = new Set<string>();
  private nodes: RichTextNode[] = [];
  private textPlace: Place;
  private texts = 0;

  constructor(
    private readonly lessonId: string,
    private readonly folder: CourseFolder,
    start: Place,
  ) {
    this.textPlace = start;
  }

  add(token: Token, place: Place): void {
    if (token.type === 'space') return;
    if (token.type === 'code') return this.addFence(token as Tokens.Code, place);
    const only = token.type === 'paragraph' && token.tokens?.length === 1 ? token.tokens[0] : undefined;
    if (only?.type === 'image') return this.addDrawing(only as Tokens.Image, place);
    if (this.nodes.length === 0) this.textPlace = place;
    this.nodes.push(richTextNode(token, place));
  }

  /** Ends the text that is being collected. */
  endText(): void {
    if (this.nodes.length === 0) return;
    this.texts += 1;
    const id = stableId(this.lessonId, 'text', this.texts);
    this.blocks.push(
      checked(Block, { id, type: 'text', doc: { type: 'doc', content: this.nodes } }, this.textPlace),
    );
    this.nodes = [];
  }

  private addFence(token: Tokens.Code, place: Place): void {
    this.endText();
    const yamlPlace = { file: place.file, line: place.line + 1 };
    const fence = {
      kind: token.lang ?? '',
      yaml: token.text,
      place: yamlPlace,
      lessonId: this.lessonId,
      folder: this.folder,
    };
    const read = readFence(fence);
    if (!read) throw new ContentError(place, `there is no block '${fence.kind}'`);
    if (this.keys.has(read.key))
      throw new ContentError(place, `the key '${read.key}' stands twice in this lesson`);
    this.keys.add(read.key);
    if (read.block) this.blocks.push(checked(Block, read.block, place));
  }

  private addDrawing(image: Tokens.Image, place: Place): void {
    this.endText();
    this.blocks.push(
      checked(Block, drawingBlock(image, { lessonId: this.lessonId, folder: this.folder, place }), place),
    );
  }
}

/** Reads `file` of a course folder; the same file always gives the same lesson. */
export function readLesson(folder: CourseFolder, file: string, from: Place): ContentLesson {
  const source = folder.text(file, from);
  const head = frontMatter.exec(source);
  if (!head) throw new ContentError({ file, line: 1 }, 'begins with front matter between two lines of ---');
  const { id, title, minutes } = readYaml(head[1] ?? '', FrontMatter, { file, line: 2 }).value;
  let line = head[0].split('\n').length;
  const collected = new LessonBlocks(id, folder, { file, line });
  for (const token of lexer(source.slice(head[0].length))) {
    const leading = /^\n*/.exec(token.raw)?.[0].length ?? 0;
    collected.add(token, { file, line: line + leading });
    line += token.raw.split('\n').length - 1;
  }
  collected.endText();
  return checked(
    ContentLesson,
    { kind: 'content', id, title, minutes, blocks: collected.blocks },
    { file, line: 1 },
  );
}
