// The words of one document that another one does not have: part by part, in full, for copying. Knows no versions.
import type {
  Block,
  CourseDocument,
  Lesson,
  Localized,
  Question,
  RichText,
  RichTextNode,
} from '@onetouch/contract';
import { saysTheSame } from './same-document.js';

export interface OwnPiece {
  /** Titles in Vietnamese, from the module down. */
  where: string[];
  text: string;
}
interface Part {
  id: string;
  where: string[];
  value: unknown;
  lines: string[];
}

function nodeLines(node: RichTextNode): string[] {
  if (node.type === 'bulletList' || node.type === 'orderedList')
    return node.content.flatMap((item) => item.content.flatMap(nodeLines)).map((line) => `- ${line}`);
  return [(node.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')];
}
const richLines = ({ content }: RichText) => content.flatMap(nodeLines);

type Asked = Pick<Question, 'prompt' | 'options' | 'correct' | 'explanation'>;
const askedLines = ({ prompt, options, correct, explanation }: Asked) => [
  prompt,
  ...options.map(({ id, text }) => `${correct.includes(id) ? '(x)' : '( )'} ${text}`),
  explanation,
];

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'text':
      return richLines(block.doc);
    case 'note':
      return [block.text];
    case 'check':
      return askedLines(block.question);
    case 'steps':
      return block.items.flatMap(({ title, text }, index) => [`${index + 1}. ${title}`, text]);
    case 'message':
      return [block.sender, block.time, block.parts.map(({ text }) => text).join('')];
    case 'image':
      return [block.alt, block.caption];
    case 'sheet':
      return [block.title, block.description];
    case 'video':
      return [block.title, ...block.transcript];
  }
}

function lessonParts(lesson: Lesson, moduleTitle: string): Part[] {
  const { id, title, minutes } = lesson;
  const where = [moduleTitle, title.vi];
  const rule = lesson.kind === 'quiz' ? lesson.rule : null;
  const head = { id, where, value: { title, minutes, rule }, lines: [title.vi, title.en] };
  if (lesson.kind === 'quiz') {
    const questions = lesson.questions.map((question) => ({
      id: question.id,
      where,
      value: question,
      lines: askedLines(question),
    }));
    return [head, ...questions];
  }
  return [
    head,
    ...lesson.blocks.map((block) => ({ id: block.id, where, value: block, lines: blockLines(block) })),
  ];
}

function partsOf(document: CourseDocument): Part[] {
  const { title, summary, outcomes, modules } = document;
  const course = (id: string, words: Localized[]): Part => ({
    id,
    where: [title.vi],
    value: words,
    lines: words.flatMap(({ vi, en }) => [vi, en]),
  });
  return [
    course('title', [title]),
    course('summary', [summary]),
    course('outcomes', outcomes),
    ...modules.flatMap((module) => [
      {
        id: module.id,
        where: [module.title.vi],
        value: module.title,
        lines: [module.title.vi, module.title.en],
      },
      ...module.lessons.flatMap((lesson) => lessonParts(lesson, module.title.vi)),
    ]),
  ];
}

const valuesOf = (document: CourseDocument) => new Map(partsOf(document).map(({ id, value }) => [id, value]));

/**
 * The parts that `own.document` says otherwise than `other` and than what it began from, in the order of the document.
 * Moves alone are no words.
 */
export function ownWords(
  own: { document: CourseDocument; base: CourseDocument },
  other: CourseDocument,
): OwnPiece[] {
  const [others, before] = [valuesOf(other), valuesOf(own.base)];
  return partsOf(own.document)
    .filter(({ id, value }) => !saysTheSame(value, others.get(id)) && !saysTheSame(value, before.get(id)))
    .map(({ where, lines }) => ({ where, text: lines.filter((line) => line.trim() !== '').join('\n') }))
    .filter(({ text }) => text !== '');
}
