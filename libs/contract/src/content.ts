// A course as a document: modules, lessons, blocks, questions. No HTML anywhere; every block has a stable id.
import { z } from 'zod';
import { limits } from './limits.js';
import { Id, Localized, text } from './wire.js';

export const Audience = z.enum(['government', 'sme', 'resident']);
export type Audience = z.infer<typeof Audience>;
export const Level = z.enum(['basic', 'intermediate', 'advanced']);
export type Level = z.infer<typeof Level>;
export const Topic = z.enum(['public-services', 'safety', 'payment', 'commerce', 'digital-government', 'ai']);
export type Topic = z.infer<typeof Topic>;

const title = z.strictObject({ vi: text(limits.titleLength), en: text(limits.titleLength) });
const summary = z.strictObject({ vi: text(limits.summaryLength), en: text(limits.summaryLength) });

// Rich text: the JSON of a ProseMirror document, closed to these nodes and marks.
const href = z
  .string()
  .max(2_000)
  .regex(/^(https:\/\/|mailto:|tel:)[^\s<>"'`\\\p{Cc}\p{Cs}]+$/iu, 'must be an https, mailto or tel address');
const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
]);
const inlineText = z
  .string()
  .min(1)
  .max(limits.inlineTextLength)
  .refine((value) => value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), {
    error: 'must not contain control characters or broken surrogates',
  });
const Inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: inlineText, marks: z.array(Mark).max(3).optional() }),
  z.strictObject({ type: z.literal('hardBreak') }),
]);
const inlines = z.array(Inline).max(limits.richTextNodes).optional();
const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});
const ListItem = z.strictObject({ type: z.literal('listItem'), content: z.array(Paragraph).min(1).max(20) });
const listItems = z.array(ListItem).min(1).max(100);
const BulletList = z.strictObject({ type: z.literal('bulletList'), content: listItems });
const OrderedList = z.strictObject({ type: z.literal('orderedList'), content: listItems });
export const RichText = z.strictObject({
  type: z.literal('doc'),
  content: z
    .array(z.discriminatedUnion('type', [Paragraph, Heading, BulletList, OrderedList]))
    .max(limits.richTextNodes),
});
export type RichText = z.infer<typeof RichText>;
export type RichTextNode = RichText['content'][number];
export type InlineNode = z.infer<typeof Inline>;

/** A file in the store, named by the SHA-256 of its bytes, so that it never changes. */
export const FileRef = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: text(120),
  mediaType: z.enum([
    'image/svg+xml',
    'image/png',
    'image/webp',
    'video/mp4',
    'video/webm',
    'text/vtt',
    'application/pdf',
  ]),
  bytes: z.int().min(1),
});
export type FileRef = z.infer<typeof FileRef>;

const OptionId = z.string().regex(/^[a-z0-9]{1,12}$/);
const questionShape = {
  kind: z.enum(['single', 'multiple', 'true-false']),
  prompt: text(limits.promptLength),
  options: z
    .array(z.strictObject({ id: OptionId, text: text(limits.optionTextLength) }))
    .min(2)
    .max(limits.optionsPerQuestion),
  correct: z.array(OptionId).min(1).max(limits.optionsPerQuestion),
  explanation: text(limits.explanationLength),
};
type QuestionShape = { kind: string; options: { id: string }[]; correct: string[] };
/** A key that the options can meet: distinct options, the key among them, exactly one for single and true/false. */
function hasSoundKey(question: QuestionShape) {
  const ids = new Set(question.options.map((option) => option.id));
  const key = new Set(question.correct);
  if (ids.size !== question.options.length || key.size !== question.correct.length) return false;
  if (question.correct.some((id) => !ids.has(id))) return false;
  if (question.kind === 'true-false' && ids.size !== 2) return false;
  return question.kind === 'multiple' || key.size === 1;
}
const soundKey = {
  error:
    'the key must name existing options: one for single choice and true/false, at least one for multiple',
};

/** A graded question: `review` is the lesson to read again after a wrong answer. */
export const Question = z
  .strictObject({ id: Id, ...questionShape, points: z.int().min(1).max(100_000), review: Id })
  .refine(hasSoundKey, soundKey);
export type Question = z.infer<typeof Question>;
/** An ungraded quick check: answered at once in the browser, so it carries its own key. */
export const CheckQuestion = z.strictObject(questionShape).refine(hasSoundKey, soundKey);
export type CheckQuestion = z.infer<typeof CheckQuestion>;

const caption = text(limits.summaryLength, 0);
const blockBase = { id: Id };
const TextBlock = z.strictObject({ ...blockBase, type: z.literal('text'), doc: RichText });
const ImageBlock = z.strictObject({
  ...blockBase,
  type: z.literal('image'),
  file: FileRef,
  width: z.int().min(1).max(8_000),
  height: z.int().min(1).max(8_000),
  alt: text(limits.promptLength),
  caption,
});
const VideoBlock = z.strictObject({
  ...blockBase,
  type: z.literal('video'),
  title: text(limits.titleLength),
  file: FileRef,
  captions: FileRef,
  poster: FileRef.optional(),
  durationSeconds: z.int().min(1).max(limits.videoSeconds),
  transcript: z.array(text(limits.promptLength)).min(1).max(500),
});
const SheetBlock = z.strictObject({
  ...blockBase,
  type: z.literal('sheet'),
  title: text(limits.titleLength),
  description: caption,
  file: FileRef,
});
const CheckBlock = z.strictObject({ ...blockBase, type: z.literal('check'), question: CheckQuestion });
const MessageBlock = z.strictObject({
  ...blockBase,
  type: z.literal('message'),
  sender: text(limits.titleLength),
  time: caption,
  /** The message in pieces; `mark` numbers the piece that the text below explains. */
  parts: z
    .array(z.strictObject({ text: inlineText, mark: z.int().min(1).max(20).optional() }))
    .min(1)
    .max(60),
});
const StepsBlock = z.strictObject({
  ...blockBase,
  type: z.literal('steps'),
  items: z
    .array(z.strictObject({ title: text(limits.titleLength), text: caption }))
    .min(1)
    .max(30),
});
const NoteBlock = z.strictObject({
  ...blockBase,
  type: z.literal('note'),
  tone: z.enum(['tip', 'info', 'warning']),
  text: text(limits.promptLength),
});
export const Block = z.discriminatedUnion('type', [
  TextBlock,
  ImageBlock,
  VideoBlock,
  SheetBlock,
  CheckBlock,
  MessageBlock,
  StepsBlock,
  NoteBlock,
]);
export type Block = z.infer<typeof Block>;
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

export const ContentLesson = z.strictObject({
  kind: z.literal('content'),
  id: Id,
  title,
  minutes: z.int().min(1).max(600),
  blocks: z.array(Block).max(limits.blocksPerLesson),
});
export type ContentLesson = z.infer<typeof ContentLesson>;

/** How a quiz draws, marks and lets try again. Shares in whole percent, pauses in minutes. */
export const QuizRule = z.strictObject({
  draw: z.int().min(1).max(limits.questionsPerQuiz),
  passPercent: z.int().min(1).max(100),
  attemptsAllowed: z.int().min(1).max(limits.attemptsAllowed),
  pauseMinutes: z
    .int()
    .min(0)
    .max(30 * 24 * 60),
  /** The quiz opens when every content lesson of the course is done. */
  requiresLessons: z.boolean(),
});
export type QuizRule = z.infer<typeof QuizRule>;

export const QuizLesson = z.strictObject({
  kind: z.literal('quiz'),
  id: Id,
  title,
  minutes: z.int().min(1).max(600),
  rule: QuizRule,
  questions: z.array(Question).max(limits.questionsPerQuiz),
});
export type QuizLesson = z.infer<typeof QuizLesson>;

export const Lesson = z.discriminatedUnion('kind', [ContentLesson, QuizLesson]);
export type Lesson = z.infer<typeof Lesson>;

export const Module = z.strictObject({
  id: Id,
  title,
  lessons: z.array(Lesson).max(limits.lessonsPerModule),
});
export type Module = z.infer<typeof Module>;

/** The whole course as its authors write it; a published version is one of these, frozen. */
export const CourseDocument = z.strictObject({
  title,
  summary,
  audience: Audience,
  level: Level,
  topic: Topic,
  outcomes: z
    .array(z.strictObject({ vi: text(limits.outcomeLength), en: text(limits.outcomeLength) }))
    .max(limits.outcomes),
  modules: z.array(Module).max(limits.modules),
});
export type CourseDocument = z.infer<typeof CourseDocument>;

export { Localized };
