// A person in a course: enrolment, lessons as they are learned, progress events, and why it is not 100 % yet.
import { z } from 'zod';
import { Audience, ContentLesson, Topic } from './content.js';
import { OutlineModule, Slug } from './courses.js';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { Id, Localized, Time } from './wire.js';

/** Short name of a confirmed save that a learner can read to a help desk. */
export const Receipt = z.string().regex(/^[0-9A-F]{4,8}$/);

export const Steps = z.object({ done: z.int(), total: z.int() });
export type Steps = z.infer<typeof Steps>;

/** One condition of completion with its proof; the same list on the course page and in 'why not 100 %?'. */
export const Condition = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lessons'),
    met: z.boolean(),
    done: z.int(),
    total: z.int(),
    /** When the last of them was done. */
    lastDoneAt: Time.nullable(),
    receipt: Receipt.nullable(),
    /** What is missing, lesson by lesson; `missing` names the blocks not met yet by type. */
    open: z.array(
      z.object({
        lessonId: Id,
        title: Localized,
        missing: z.array(z.object({ blockId: Id, type: z.enum(['text', 'video', 'check']) })),
      }),
    ),
  }),
  z.object({
    kind: z.literal('quiz'),
    met: z.boolean(),
    lessonId: Id,
    title: Localized,
    /** Points of the best attempt, the points needed and possible, in thousandths; null before the first submission. */
    best: z
      .object({
        points: z.int(),
        needed: z.int(),
        possible: z.int(),
        attemptNumber: z.int(),
        submittedAt: Time,
        receipt: Receipt,
      })
      .nullable(),
    attemptsLeft: z.int(),
    nextAttemptAt: Time.nullable(),
  }),
]);
export type Condition = z.infer<typeof Condition>;

export const LessonState = z.object({
  lessonId: Id,
  state: z.enum(['locked', 'open', 'started', 'done']),
  doneAt: Time.nullable(),
});
export type LessonState = z.infer<typeof LessonState>;

/** Where to go on: the lesson, and the block last seen in it. */
export const Resume = z.object({
  lessonId: Id,
  kind: z.enum(['content', 'quiz']),
  number: z.int(),
  title: Localized,
  minutes: z.int(),
  blockId: Id.nullable(),
});
export type Resume = z.infer<typeof Resume>;

export const Enrolment = z.object({
  id: Id,
  courseId: Id,
  courseSlug: Slug,
  courseTitle: Localized,
  audience: Audience,
  topic: Topic,
  versionId: Id,
  versionNumber: z.int(),
  enrolledAt: Time,
  startedAt: Time.nullable(),
  completedAt: Time.nullable(),
  lastActivityAt: Time.nullable(),
  steps: Steps,
  /** Rounded, and 99 at most until every condition is met. */
  percent: z.int(),
  resume: Resume.nullable(),
  certificateId: Id.nullable(),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const EnrolmentDetail = Enrolment.extend({
  outline: z.array(OutlineModule),
  lessons: z.array(LessonState),
  conditions: z.array(Condition),
  /** Version of the completion rule, and when this was worked out. */
  ruleVersion: z.int(),
  evaluatedAt: Time,
});
export type EnrolmentDetail = z.infer<typeof EnrolmentDetail>;

/** Watched seconds of a video, whole seconds, end exclusive. */
export const Interval = z
  .tuple([z.int().min(0).max(limits.videoSeconds), z.int().min(1).max(limits.videoSeconds)])
  .refine(([from, to]) => from < to, { error: 'must end after it begins' });
export type Interval = z.infer<typeof Interval>;

const eventBase = {
  /** Made by the device; the same event may arrive any number of times. */
  id: Id,
  blockId: Id,
  /** By the device's clock; only orders the device's own events, never decides a date. */
  occurredAt: Time,
};
export const ProgressEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...eventBase, kind: z.literal('position') }),
  z.strictObject({ ...eventBase, kind: z.literal('seen') }),
  z.strictObject({
    ...eventBase,
    kind: z.literal('watched'),
    intervals: z.array(Interval).min(1).max(limits.intervalsPerEvent),
  }),
  z.strictObject({
    ...eventBase,
    kind: z.literal('answered'),
    optionIds: z.array(z.string().max(12)).min(1).max(limits.optionsPerQuestion),
  }),
]);
export type ProgressEvent = z.infer<typeof ProgressEvent>;

/** A learner's state in one lesson. */
export const LessonProgress = z.object({
  metBlockIds: z.array(Id),
  watched: z.record(Id, z.array(z.tuple([z.int(), z.int()]))),
  answers: z.record(Id, z.array(z.string())),
  positionBlockId: Id.nullable(),
  doneAt: Time.nullable(),
});
export type LessonProgress = z.infer<typeof LessonProgress>;

export const SavedProgress = z.object({
  /** One for every event that was sent, in the same order. */
  receipts: z.array(z.object({ eventId: Id, receipt: Receipt })),
  savedAt: Time,
  progress: LessonProgress,
  steps: Steps,
  percent: z.int(),
  completedAt: Time.nullable(),
});
export type SavedProgress = z.infer<typeof SavedProgress>;

const enrolmentParams = z.object({ enrolmentId: Id });
const lessonParams = z.object({ enrolmentId: Id, lessonId: Id });

export const enrolments = {
  enrol: endpoint({
    method: 'POST',
    path: '/enrolments',
    access: 'signed-in',
    summary: 'Enrols in the newest version of a course; a second time answers the same enrolment.',
    body: z.strictObject({ courseId: Id }),
    response: EnrolmentDetail,
    refuses: ['course.not-found', 'course.not-published'],
  }),
  listMine: endpoint({
    method: 'GET',
    path: '/me/enrolments',
    access: 'signed-in',
    summary: 'Own enrolments, last activity first.',
    response: z.object({ items: z.array(Enrolment) }),
  }),
  findMine: endpoint({
    method: 'GET',
    path: '/me/courses/:courseId/enrolment',
    access: 'signed-in',
    summary: 'The own enrolment in a course, or null.',
    params: z.object({ courseId: Id }),
    response: z.object({ enrolment: EnrolmentDetail.nullable() }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/enrolments/:enrolmentId',
    access: 'signed-in',
    summary: 'One own enrolment with outline, state of each lesson and conditions of completion.',
    params: enrolmentParams,
    response: EnrolmentDetail,
    refuses: ['enrolment.not-found'],
  }),
  readLesson: endpoint({
    method: 'GET',
    path: '/enrolments/:enrolmentId/lessons/:lessonId',
    access: 'signed-in',
    summary: 'A content lesson of the pinned version with the own progress in it.',
    params: lessonParams,
    response: z.object({
      lesson: ContentLesson,
      number: z.int(),
      previousId: Id.nullable(),
      nextId: Id.nullable(),
      nextKind: z.enum(['content', 'quiz']).nullable(),
      progress: LessonProgress,
    }),
    ready: true,
    refuses: ['enrolment.not-found', 'lesson.not-found'],
  }),
  saveProgress: endpoint({
    method: 'POST',
    path: '/enrolments/:enrolmentId/lessons/:lessonId/events',
    access: 'signed-in',
    summary:
      'Saves progress events of one lesson; sent twice, late or out of order they change nothing. Decides lesson and course completion in the same transaction.',
    params: lessonParams,
    body: z.strictObject({ events: z.array(ProgressEvent).min(1).max(limits.eventsPerSave) }),
    response: SavedProgress,
    ready: true,
    refuses: ['enrolment.not-found', 'lesson.not-found', 'progress.block-unknown', 'progress.event-mismatch'],
  }),
};
