// The blocks that authors write as fenced YAML: check, message, steps, note, video, sheet.
import type { Block } from '@onetouch/contract';
import { z } from 'zod';
import type { Place } from './content-error.js';
import type { CourseFolder } from './course-folder.js';
import { questionOf, writtenQuestion } from './question.js';
import { stableId } from './stable-ids.js';
import { readYaml } from './yaml-text.js';

/** One fence: what it is, its YAML, where it stands, and the lesson that it belongs to. */
export interface Fence {
  readonly kind: string;
  readonly yaml: string;
  readonly place: Place;
  readonly lessonId: string;
  readonly folder: CourseFolder;
}

/** A block with the key that must be unique in its lesson; null where its media are not made yet. */
export interface FencedBlock {
  readonly key: string;
  readonly block: unknown;
}

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is lower-case words with hyphens');
const Check = z.strictObject({ key, ...writtenQuestion });
const Message = z.strictObject({ key, sender: z.string(), time: z.string().default(''), text: z.string() });
const Steps = z.strictObject({
  key,
  items: z.array(z.strictObject({ title: z.coerce.string(), text: z.coerce.string().default('') })),
});
const Note = z.strictObject({ key, tone: z.enum(['tip', 'info', 'warning']), text: z.string() });
const Video = z.strictObject({ key, title: z.string(), storyboard: z.string() });
const Sheet = z.strictObject({
  key,
  title: z.string(),
  description: z.string().default(''),
  source: z.string(),
});
const Storyboard = z.object({
  scenes: z.array(z.object({ seconds: z.number().positive(), caption: z.string() })).min(1),
});

const idOf = (fence: Fence, blockKey: string) => stableId(fence.lessonId, 'block', blockKey);

function check(fence: Fence): FencedBlock {
  const { value } = readYaml(fence.yaml, Check, fence.place);
  const id = idOf(fence, value.key);
  return { key: value.key, block: { id, type: 'check', question: questionOf(value, id, fence.place) } };
}

/** `[[1|words]]` is a numbered mark; everything else is plain. */
function messageParts(text: string): { text: string; mark?: number }[] {
  return text.split(/(\[\[\d+\|[^\]]+\]\])/).flatMap((part) => {
    const mark = /^\[\[(\d+)\|([^\]]+)\]\]$/.exec(part);
    if (mark) return { text: mark[2] ?? '', mark: Number(mark[1]) };
    return part === '' ? [] : { text: part };
  });
}

function message(fence: Fence): FencedBlock {
  const { value } = readYaml(fence.yaml, Message, fence.place);
  const { sender, time } = value;
  return {
    key: value.key,
    block: {
      id: idOf(fence, value.key),
      type: 'message',
      sender,
      time,
      parts: messageParts(value.text.trim()),
    },
  };
}

function steps(fence: Fence): FencedBlock {
  const { value } = readYaml(fence.yaml, Steps, fence.place);
  return { key: value.key, block: { id: idOf(fence, value.key), type: 'steps', items: value.items } };
}

function note(fence: Fence): FencedBlock {
  const { key: noteKey, tone, text } = readYaml(fence.yaml, Note, fence.place).value;
  return { key: noteKey, block: { id: idOf(fence, noteKey), type: 'note', tone, text } };
}

/** What the media tool makes from a source, or a warning and nothing while it has not made it. */
function madeOf(fence: Fence, ...paths: string[]): boolean {
  const missing = paths.filter((path) => !fence.folder.has(path));
  if (missing.length > 0)
    fence.folder.warnings.push(
      `${fence.place.file}:${fence.place.line} left out, not made yet: ${missing.join(', ')}`,
    );
  return missing.length === 0;
}

function video(fence: Fence): FencedBlock {
  const { folder, place } = fence;
  const { value } = readYaml(fence.yaml, Video, place);
  const base = value.storyboard.replace(/[^/]+$/, '');
  const storyboard = readYaml(folder.text(value.storyboard, place), Storyboard, {
    file: value.storyboard,
    line: 1,
  }).value;
  if (!madeOf(fence, `${base}film.mp4`, `${base}captions.vtt`)) return { key: value.key, block: null };
  const poster = ['poster.webp', 'poster.svg'].map((name) => base + name).find((path) => folder.has(path));
  const block = {
    id: idOf(fence, value.key),
    type: 'video',
    title: value.title,
    file: folder.take(`${base}film.mp4`, place).ref,
    captions: folder.take(`${base}captions.vtt`, place).ref,
    ...(poster ? { poster: folder.take(poster, place).ref } : {}),
    durationSeconds: Math.round(storyboard.scenes.reduce((sum, scene) => sum + scene.seconds, 0)),
    transcript: storyboard.scenes.map((scene) => scene.caption),
  };
  return { key: value.key, block };
}

function sheet(fence: Fence): FencedBlock {
  const { value } = readYaml(fence.yaml, Sheet, fence.place);
  const { title, description, source } = value;
  fence.folder.text(source, fence.place);
  const path = source.replace(/\.yaml$/, '.pdf');
  if (!madeOf(fence, path)) return { key: value.key, block: null };
  return {
    key: value.key,
    block: {
      id: idOf(fence, value.key),
      type: 'sheet',
      title,
      description,
      file: fence.folder.take(path, fence.place).ref,
    },
  };
}

type FenceKind = Exclude<Block['type'], 'text' | 'image'>;
const readers: Record<FenceKind, (fence: Fence) => FencedBlock> = {
  check,
  message,
  steps,
  note,
  video,
  sheet,
};

/** Reads one fence; undefined for a kind that there is not. */
export function readFence(fence: Fence): FencedBlock | undefined {
  return Object.hasOwn(readers, fence.kind) ? readers[fence.kind as FenceKind](fence) : undefined;
}
