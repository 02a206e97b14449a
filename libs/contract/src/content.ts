// A course as a document: modules and their lessons, with content or with a quiz.
import { z } from 'zod';
import { Block } from './lesson-blocks.js';
import { limits } from './limits.js';
import { Question } from './questions.js';
import { QuizGate, QuizRule } from './quiz-rule.js';
import { Id, Localized, text } from './wire.js';

export const Audience = z.enum(['government', 'sme', 'resident']);
export type Audience = z.infer<typeof Audience>;
export const Level = z.enum(['basic', 'intermediate', 'advanced']);
export type Level = z.infer<typeof Level>;
export const Topic = z.enum(['public-services', 'safety', 'payment', 'commerce', 'digital-government', 'ai']);
export type Topic = z.infer<typeof Topic>;

const title = z.strictObject({ vi: text(limits.titleLength), en: text(limits.titleLength) });
const summary = z.strictObject({ vi: text(limits.summaryLength), en: text(limits.summaryLength) });

export const ContentLesson = z.strictObject({
  kind: z.literal('content'),
  id: Id,
  title,
  minutes: z.int().min(1).max(600),
  blocks: z.array(Block).max(limits.blocksPerLesson),
});
export type ContentLesson = z.infer<typeof ContentLesson>;

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
