// Facts of an enrolment in the contract's shape: progress, where to go on, and why it is not 100 % yet.
import type { Condition, Enrolment, EnrolmentDetail, LessonState, Resume } from '@onetouch/contract';
import {
  attemptsLeft,
  completeRule,
  completionRuleVersion,
  courseProgress,
  missingBlocks,
  nextAttemptAt,
} from '@onetouch/domain';
import { receiptOf } from '../platform/receipt.js';
import type { PublishedLesson, PublishedVersion } from '../courses/published-versions.js';
import {
  attemptTimes,
  datedAttempts,
  doneLessons,
  latest,
  passedQuizzes,
  standingAttempt,
} from './enrolment-facts.js';
import type { EnrolmentFacts } from './enrolments.queries.js';

/** An enrolment with its version: what every sentence about progress is made from. */
interface Case {
  facts: EnrolmentFacts;
  version: PublishedVersion;
}

const dateOf = (time: string | null) => (time === null ? null : new Date(time));
const iso = (date: Date | null) => date?.toISOString() ?? null;

function progressOf({ facts, version }: Case) {
  return courseProgress({
    lessons: version.lessons,
    doneLessons: doneLessons(facts),
    passedQuizzes: passedQuizzes(facts),
  });
}

/** The lesson worked on last that is not finished, else the first open one, quizzes last come first served. */
function resumeOf({ facts, version }: Case, openIds: ReadonlySet<string>): Resume | null {
  const begun = facts.lessons.filter((lesson) => openIds.has(lesson.lessonId));
  const last = begun.sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))[0];
  const next = version.lessons.find((lesson) =>
    last ? lesson.id === last.lessonId : openIds.has(lesson.id),
  );
  if (!next) return null;
  const { id: lessonId, kind, number, title, minutes } = next;
  return { lessonId, kind, number, title, minutes, blockId: last?.state.position?.blockId ?? null };
}

/** An enrolment as a card: course, steps, percent, and the lesson to go on with. */
export function presentEnrolment(facts: EnrolmentFacts, version: PublishedVersion): Enrolment {
  const progress = progressOf({ facts, version });
  const { title, audience, topic } = version.document;
  return {
    id: facts.id,
    courseId: facts.courseId,
    courseSlug: facts.courseSlug,
    courseTitle: title,
    audience,
    topic,
    versionId: version.id,
    versionNumber: version.number,
    enrolledAt: facts.enrolledAt.toISOString(),
    startedAt: iso(facts.startedAt),
    completedAt: iso(facts.completedAt),
    lastActivityAt: iso(latest([...facts.lessons.map((lesson) => lesson.updatedAt), ...attemptTimes(facts)])),
    steps: { done: progress.done, total: progress.total },
    percent: progress.percent,
    resume: resumeOf({ facts, version }, new Set([...progress.openLessons, ...progress.openQuizzes])),
    certificateId: facts.certificateId,
  };
}

function lessonsCondition({ facts, version }: Case): Condition {
  const done = doneLessons(facts);
  const content = version.lessons.filter((lesson) => lesson.kind === 'content');
  const open = content.filter((lesson) => !done.has(lesson.id));
  const last = [...done].sort(([, one], [, other]) => other.getTime() - one.getTime())[0];
  return {
    kind: 'lessons',
    met: open.length === 0,
    done: content.length - open.length,
    total: content.length,
    lastDoneAt: iso(last?.[1] ?? null),
    receipt: last ? receiptOf(facts.id, last[0], last[1].toISOString()) : null,
    open: open.map((lesson) => ({
      lessonId: lesson.id,
      title: lesson.title,
      missing: missingIn(facts, lesson),
    })),
  };
}

function missingIn(facts: EnrolmentFacts, lesson: PublishedLesson) {
  if (lesson.lesson.kind !== 'content') return [];
  const state = facts.lessons.find((fact) => fact.lessonId === lesson.id)?.state;
  return missingBlocks(lesson.lesson, state?.metBlockIds ?? []).map(({ id, type }) => ({
    blockId: id,
    type,
  }));
}

function quizCondition({ facts }: Case, lesson: PublishedLesson, now: Date): Condition[] {
  if (lesson.lesson.kind !== 'quiz') return [];
  const rule = completeRule(lesson.lesson.rule);
  const attempts = facts.attempts.filter((attempt) => attempt.lessonId === lesson.id);
  const dated = datedAttempts(attempts.filter((attempt) => attempt.examId === null));
  const best = standingAttempt(rule, attempts);
  const window = {
    now,
    opensAt: dateOf(rule.opensAt),
    closesAt: dateOf(rule.closesAt),
    extraAttempts: facts.extraAttempts[lesson.id] ?? 0,
  };
  return [
    {
      kind: 'quiz',
      met: passedQuizzes(facts).has(lesson.id),
      lessonId: lesson.id,
      title: lesson.title,
      best: best && {
        points: best.points,
        needed: best.neededPoints,
        possible: best.possiblePoints,
        attemptNumber: best.number,
        submittedAt: new Date(best.submittedAt).toISOString(),
        receipt: receiptOf(best.id, new Date(best.submittedAt).toISOString()),
      },
      attemptsLeft: attemptsLeft(rule, dated, window.extraAttempts),
      nextAttemptAt: iso(nextAttemptAt(rule, dated, window)),
    },
  ];
}

function stateOf({ facts }: Case, lesson: PublishedLesson, areLessonsDone: boolean): LessonState {
  const fact = facts.lessons.find((one) => one.lessonId === lesson.id);
  const doneAt = (lesson.kind === 'content' ? doneLessons(facts) : passedQuizzes(facts)).get(lesson.id);
  if (doneAt) return { lessonId: lesson.id, state: 'done', doneAt: doneAt.toISOString() };
  const isLocked = lesson.lesson.kind === 'quiz' && lesson.lesson.rule.requiresLessons && !areLessonsDone;
  const isBegun = fact !== undefined || facts.attempts.some((attempt) => attempt.lessonId === lesson.id);
  return { lessonId: lesson.id, state: isLocked ? 'locked' : isBegun ? 'started' : 'open', doneAt: null };
}

/** An enrolment with outline, the state of each lesson, and every condition with its proof. */
export function presentEnrolmentDetail(
  facts: EnrolmentFacts,
  version: PublishedVersion,
  now: Date,
): EnrolmentDetail {
  const one = { facts, version };
  const lessons = lessonsCondition(one);
  return {
    ...presentEnrolment(facts, version),
    outline: version.outline,
    lessons: version.lessons.map((lesson) => stateOf(one, lesson, lessons.met)),
    conditions: [lessons, ...version.lessons.flatMap((lesson) => quizCondition(one, lesson, now))],
    ruleVersion: completionRuleVersion,
    evaluatedAt: now.toISOString(),
  };
}
