// What a lesson is made of: rich text, files, and the blocks that hold them. No HTML anywhere; every block has a stable id.
import { z } from 'zod';
import { limits } from './limits.js';
import { CheckQuestion } from './questions.js';
import { Id, text } from './wire.js';

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
