// One learner's way through a course, made up and judged by the rules that judge everybody. It writes nothing.
import {
  type CompletionEvidence,
  completionEvidence,
  type CourseProgress,
  courseProgress,
  type Random,
} from '@onetouch/domain';
import type { PublishedVersion } from '../../courses/published-versions.js';
import { stableId } from '../content/stable-ids.js';
import type { PlannedLearner } from './plan.js';
import { type PlayedAttempt, type PlayedCourse, playLearner } from './play-learner.js';

/** A learner with the course as it went, ready to be written. */
export interface Story {
  learner: PlannedLearner;
  personId: string;
  enrolmentId: string;
  version: PublishedVersion;
  course: PlayedCourse;
  progress: CourseProgress;
  /** What completed the course; null while it is open. */
  completion: CompletionEvidence | null;
}

/** The id of an attempt of this enrolment. */
export const attemptIdOf = (enrolmentId: string, { exam, number }: PlayedAttempt) =>
  stableId('attempt', exam ? `${enrolmentId} ${exam.examId}` : `${enrolmentId} ${number}`);

/** The id of the paper of an attempt. */
export const paperIdOf = (attemptId: string) => stableId('paper', attemptId);

function judge(version: PublishedVersion, course: PlayedCourse, enrolmentId: string) {
  const { lessons } = version;
  // The first pass of a quiz is the one that counts, so it is looked at last.
  const passing = course.attempts
    .filter(({ exam, grade }) => grade.hasPassed === true && exam?.isReleased !== false)
    .sort((one, other) => other.submittedAt.getTime() - one.submittedAt.getTime());
  const doneLessons = new Map(
    course.lessons.flatMap(({ lessonId, doneAt }) => (doneAt ? [[lessonId, doneAt] as const] : [])),
  );
  const passedQuizzes = new Map(passing.map((attempt) => [attempt.lessonId, attempt.submittedAt]));
  const progress = courseProgress({ lessons, doneLessons, passedQuizzes });
  const passedAttempts = new Map(
    passing.map((attempt) => {
      const { points, neededPoints, possiblePoints } = attempt.grade;
      const { submittedAt } = attempt;
      return [
        attempt.lessonId,
        {
          attemptId: attemptIdOf(enrolmentId, attempt),
          points,
          neededPoints,
          possiblePoints,
          submittedAt,
        },
      ];
    }),
  );
  const completion = progress.isComplete
    ? completionEvidence({ lessons, doneLessons, passedAttempts })
    : null;
  return { progress, completion };
}

/** How it went for this learner until `now`, drawn by `random`; `sat` are the attempts in exams. */
export function tellStory(
  learner: PlannedLearner,
  version: PublishedVersion,
  { sat, ...time }: { random: Random; now: Date; sat: readonly PlayedAttempt[] },
): Story {
  const course = playLearner(learner, version, time);
  course.attempts.push(...sat);
  const personId = stableId('person', learner.login);
  const enrolmentId = stableId('enrolment', learner.login, learner.courseSlug);
  return { learner, personId, enrolmentId, version, course, ...judge(version, course, enrolmentId) };
}
