// A course as a document: modules, lessons, blocks, questions. No HTML anywhere; every block has a stable id.
import { z } from 'zod';
import { limits } from './limits.js';
import { Id, Localized, text, Time } from './wire.js';

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
/** One thing that an essay is marked by; the points of a rubric add up to the points of its question. */
export const RubricCriterion = z.strictObject({
  id: OptionId,
  title: text(limits.titleLength),
  description: text(limits.promptLength, 0),
  /** In thousandths of a point. */
  points: z.int().min(1).max(limits.questionPoints),
});
export type RubricCriterion = z.infer<typeof RubricCriterion>;
export const EssayShape = z.strictObject({
  maxWords: z.int().min(20).max(limits.essayWords),
  rubric: z.array(RubricCriterion).min(1).max(limits.rubricCriteria),
});
export type EssayShape = z.infer<typeof EssayShape>;
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

export const Difficulty = z.enum(['easy', 'medium', 'hard']);
export type Difficulty = z.infer<typeof Difficulty>;
/** A label that draws and results go by: a category, a tag, a competence. */
export const Label = text(limits.labelLength);

/** An essay has no options and no key, but a rubric whose points add up; any other question has a sound key and no rubric. */
function isSoundQuestion(question: QuestionShape & { points: number; essay?: EssayShape | undefined }) {
  if (question.kind !== 'essay')
    return question.essay === undefined && question.options.length >= 2 && hasSoundKey(question);
  const criteria = question.essay?.rubric ?? [];
  const isPlain = question.options.length === 0 && question.correct.length === 0;
  const sum = criteria.reduce((points, criterion) => points + criterion.points, 0);
  return isPlain && sum === question.points && new Set(criteria.map(({ id }) => id)).size === criteria.length;
}

/**
 * A graded question: `review` is the lesson to read again after a wrong answer, `points` count thousandths of a point. Category,
 * tags, difficulty and competence are what a draw chooses by and a result is told by.
 */
export const Question = z
  .strictObject({
    id: Id,
    kind: z.enum(['single', 'multiple', 'true-false', 'essay']),
    prompt: questionShape.prompt,
    options: z
      .array(z.strictObject({ id: OptionId, text: text(limits.optionTextLength) }))
      .max(limits.optionsPerQuestion),
    correct: z.array(OptionId).max(limits.optionsPerQuestion),
    explanation: questionShape.explanation,
    points: z.int().min(1).max(limits.questionPoints),
    review: Id,
    category: Label.optional(),
    tags: z.array(Label).max(limits.tagsPerQuestion).optional(),
    difficulty: Difficulty.optional(),
    competence: Label.optional(),
    essay: EssayShape.optional(),
  })
  .refine(isSoundQuestion, {
    error:
      'the key must name existing options: one for single choice and true/false, at least one for multiple; an essay has a rubric instead, with the points of the question',
  });
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

/** What a draw chooses from: questions that have this category, all these tags and this difficulty. */
export const QuestionFilter = z.strictObject({
  category: Label.optional(),
  tags: z.array(Label).max(limits.tagsPerQuestion).optional(),
  difficulty: Difficulty.optional(),
});
export type QuestionFilter = z.infer<typeof QuestionFilter>;

/** A fixed list, draws, or both. `points` in thousandths replaces the points of the questions it stands for. */
export const PaperPlan = z.strictObject({
  fixed: z
    .array(z.strictObject({ questionId: Id, points: z.int().min(1).max(limits.questionPoints).optional() }))
    .max(limits.questionsPerQuiz),
  draws: z
    .array(
      z.strictObject({
        count: z.int().min(1).max(limits.questionsPerQuiz),
        from: QuestionFilter,
        points: z.int().min(1).max(limits.questionPoints).optional(),
      }),
    )
    .max(limits.drawsPerPaper),
  /** Fixed questions keep their order in front; otherwise all are shuffled together. */
  keepsOrder: z.boolean(),
});
export type PaperPlan = z.infer<typeof PaperPlan>;

/** When something about an attempt is shown: question by question at once, after the submission, after the window has closed, or never. */
export const ShownWhen = z.enum(['at-once', 'after-submit', 'after-close', 'never']);
export type ShownWhen = z.infer<typeof ShownWhen>;

/** An address or a network in CIDR notation, IPv4 or IPv6. */
export const Network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Who may start: kept beside the rule and never sent to a learner. */
export const QuizGate = z.strictObject({
  accessCode: text(limits.accessCodeLength).optional(),
  networks: z.array(Network).max(limits.networksPerQuiz).optional(),
});
export type QuizGate = z.infer<typeof QuizGate>;

/**
 * How a quiz draws, marks and lets try again. Shares in whole percent, times in minutes. Everything optional has a default in
 * the domain's `completeRule`, so that an older rule says the same as it always did.
 */
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
  /** Absent: `draw` questions of the whole set, balanced over the lessons that they review. With a plan `draw` is its number of questions. */
  paper: PaperPlan.optional(),
  /** Absent or null: no limit. */
  timeLimitMinutes: z.int().min(1).max(limits.timeLimitMinutes).nullable().optional(),
  opensAt: Time.nullable().optional(),
  /** No start after it, and no attempt runs past it. */
  closesAt: Time.nullable().optional(),
  counts: z.enum(['best', 'last', 'first']).optional(),
  /** Multiple choice: points for the share of right options chosen less the share of wrong ones. */
  hasPartialCredit: z.boolean().optional(),
  /** Taken off for a wrong choice, in percent of the points of the question; no answer costs nothing. */
  wrongPercent: z.int().min(0).max(100).optional(),
  navigation: z.enum(['free', 'one-way']).optional(),
  questionsPerPage: z.int().min(1).max(50).optional(),
  feedback: ShownWhen.optional(),
  key: ShownWhen.optional(),
  /** How long after the deadline answers that were given in time are still taken. */
  graceMinutes: z.int().min(0).max(limits.graceMinutes).optional(),
  /** How many people mark each essay by themselves. */
  markers: z.int().min(1).max(2).optional(),
  /** Two marks of an essay further apart than this share of its points need a third person. */
  markGapPercent: z.int().min(0).max(100).optional(),
});
export type QuizRule = z.infer<typeof QuizRule>;

/** The rule as a learner sees it: without the plan that names questions. */
export const ShownRule = z.object(QuizRule.shape).omit({ paper: true });
export type ShownRule = z.infer<typeof ShownRule>;

export const QuizLesson = z.strictObject({
  kind: z.literal('quiz'),
  id: Id,
  title,
  minutes: z.int().min(1).max(600),
  rule: QuizRule,
  gate: QuizGate.optional(),
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
