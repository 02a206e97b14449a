// The catalogue, the course page, and the trainer's desk.
import { z } from 'zod';
import { Audience, ContentLesson, CourseDocument, Level, Topic } from './content.js';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { ShownRule } from './quiz-rule.js';
import { abilities, Id, Localized, page, PageQuery, SearchWords, Time } from './wire.js';

export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const CourseCard = z.object({
  id: Id,
  slug: Slug,
  title: Localized,
  summary: Localized,
  audience: Audience,
  level: Level,
  topic: Topic,
  minutes: z.int(),
  lessonCount: z.int(),
  /** Everything a learner loads for the whole course, files included. */
  weightBytes: z.int(),
  learnerCount: z.int(),
  updatedAt: Time,
});
export type CourseCard = z.infer<typeof CourseCard>;

/** One line of the outline. `questions` counts the drawn questions of a quiz, null for a content lesson. */
export const OutlineLesson = z.object({
  id: Id,
  kind: z.enum(['content', 'quiz']),
  title: Localized,
  minutes: z.int(),
  weightBytes: z.int(),
  questions: z.int().nullable(),
});
export type OutlineLesson = z.infer<typeof OutlineLesson>;
export const OutlineModule = z.object({ id: Id, title: Localized, lessons: z.array(OutlineLesson) });
export type OutlineModule = z.infer<typeof OutlineModule>;

/** What must be met to complete the course: every content lesson, and each quiz at its pass mark. */
export const Requirement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lessons'), count: z.int() }),
  z.object({
    kind: z.literal('quiz'),
    lessonId: Id,
    title: Localized,
    rule: ShownRule,
    /** Right answers needed out of `rule.draw` when every question counts the same. */
    passCount: z.int(),
  }),
]);
export type Requirement = z.infer<typeof Requirement>;

export const CoursePage = CourseCard.extend({
  versionId: Id,
  versionNumber: z.int(),
  /** Lessons can be read without an account. */
  isOpen: z.boolean(),
  outcomes: z.array(Localized),
  outline: z.array(OutlineModule),
  requirements: z.array(Requirement),
  trainerName: z.string(),
  issuerName: z.string(),
  publishedAt: Time,
});
export type CoursePage = z.infer<typeof CoursePage>;

export const CatalogueQuery = z.object({
  q: SearchWords.optional(),
  audience: Audience.optional(),
  level: Level.optional(),
  topic: Topic.optional(),
  maxMinutes: z.coerce.number().int().min(1).max(10_000).optional(),
  maxWeightBytes: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  sort: z.enum(['popular', 'newest', 'shortest', 'lightest']).default('popular'),
  ...PageQuery,
});

/** A found lesson. */
export const LessonHit = z.object({
  courseSlug: Slug,
  courseTitle: Localized,
  audience: Audience,
  topic: Topic,
  lessonId: Id,
  lessonNumber: z.int(),
  title: Localized,
  minutes: z.int(),
});
export type LessonHit = z.infer<typeof LessonHit>;

/** One difference between two versions, in parts that the page turns into words. */
export const Change = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  what: z.enum(['course', 'module', 'lesson', 'block', 'question', 'rule']),
  /** Where: titles from the course down, in Vietnamese. */
  where: z.array(z.string()),
  /** Which field, when `changed`: title, summary, minutes, text, options, key, points, passPercent ... */
  field: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
});
export type Change = z.infer<typeof Change>;

/** What keeps a draft from being published. */
export const DraftGap = z.object({
  code: z.enum([
    'no-outcomes',
    'no-modules',
    'module-empty',
    'lesson-empty',
    'quiz-too-few-questions',
    'review-lesson-missing',
    'duplicate-id',
    'image-without-alt',
    'file-missing',
  ]),
  where: z.array(z.string()),
  lessonId: Id.optional(),
});
export type DraftGap = z.infer<typeof DraftGap>;

export const VersionRow = z.object({
  id: Id,
  number: z.int(),
  publishedAt: Time,
  publishedBy: z.string(),
  /** Learners who are pinned to this version. */
  learnerCount: z.int(),
});

export const StudioCourse = z.object({
  id: Id,
  slug: Slug,
  title: Localized,
  audience: Audience,
  topic: Topic,
  publishedNumber: z.int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  draftSavedAt: Time,
  learnerCount: z.int(),
});
export type StudioCourse = z.infer<typeof StudioCourse>;

export const Draft = z.object({
  course: StudioCourse,
  /** Counts every save; a save or a publication names the revision that it has seen. */
  revision: z.int(),
  document: CourseDocument,
  gaps: z.array(DraftGap),
  /** Against the newest published version; everything is `added` before the first. */
  changes: z.array(Change),
  versions: z.array(VersionRow),
  abilities: abilities('edit', 'publish'),
});
export type Draft = z.infer<typeof Draft>;

const courseParams = z.object({ courseId: Id });

const Revision = z.int().min(0).max(limits.draftRevision);

export const courses = {
  browse: endpoint({
    method: 'GET',
    path: '/courses',
    access: 'public',
    summary: 'The catalogue with filters; `counts` are per audience under the same other filters.',
    query: CatalogueQuery,
    response: page(CourseCard).extend({ total: z.int(), counts: z.record(Audience, z.int()) }),
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    access: 'public',
    summary:
      'Courses, then lessons, by words with or without accents. `reading` is the accented reading found, when accents were added.',
    query: z.object({ q: SearchWords, limit: z.coerce.number().int().min(1).max(50).default(10) }),
    response: z.object({
      reading: z.string().nullable(),
      courses: z.array(CourseCard),
      lessons: z.array(LessonHit),
      total: z.int(),
    }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/courses/:slug',
    access: 'public',
    summary: 'The course page: outcomes, outline, requirements, weight. The newest published version.',
    params: z.object({ slug: Slug }),
    response: CoursePage,
    refuses: ['course.not-found'],
  }),
  readLesson: endpoint({
    method: 'GET',
    path: '/courses/:slug/lessons/:lessonId',
    access: 'public',
    summary: 'A content lesson of an open course, without an account; nothing is recorded.',
    params: z.object({ slug: Slug, lessonId: Id }),
    response: z.object({ lesson: ContentLesson, previousId: Id.nullable(), nextId: Id.nullable() }),
    refuses: ['course.not-found', 'lesson.not-found'],
  }),
  listOwn: endpoint({
    method: 'GET',
    path: '/studio/courses',
    access: 'trainer',
    summary: 'The courses that this trainer may edit.',
    query: z.object(PageQuery),
    response: page(StudioCourse),
  }),
  readDraft: endpoint({
    method: 'GET',
    path: '/studio/courses/:courseId',
    access: 'trainer',
    summary: 'The draft with what is missing, and the difference to the published version.',
    params: courseParams,
    response: Draft,
    refuses: ['course.not-found'],
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/studio/courses/:courseId/draft',
    access: 'trainer',
    summary:
      'Replaces the draft if nobody saved since `revision`; otherwise nothing changes and `draft.changed` comes back.',
    params: courseParams,
    body: z.strictObject({ revision: Revision, document: CourseDocument }),
    response: Draft,
    refuses: ['course.not-found', 'draft.changed', 'access.denied'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/studio/courses/:courseId/versions',
    access: 'trainer',
    summary: 'Freezes the draft as the next version. Enrolled learners keep theirs; new ones get this one.',
    params: courseParams,
    body: z.strictObject({ revision: Revision }),
    response: Draft,
    refuses: ['course.not-found', 'draft.changed', 'draft.incomplete', 'draft.unchanged', 'access.denied'],
  }),
  compareVersions: endpoint({
    method: 'GET',
    path: '/studio/courses/:courseId/versions/:number/changes',
    access: 'trainer',
    summary: 'What version `number` changed against the one before it.',
    params: z.object({ courseId: Id, number: z.coerce.number().int().min(1).max(100_000) }),
    response: z.object({ changes: z.array(Change) }),
    refuses: ['course.not-found'],
  }),
};

export const files = {
  read: endpoint({
    method: 'GET',
    path: '/files/:hash/:name',
    access: 'public',
    summary: 'A stored file by the SHA-256 of its bytes; byte ranges are served, and it never changes.',
    params: z.object({
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string().min(1).max(limits.titleLength),
    }),
    file: 'application/octet-stream',
    refuses: ['file.not-found', 'file.range-invalid'],
  }),
};
