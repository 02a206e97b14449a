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
import { type PlayedCourse, playLearner } from './play-learner.js';

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

function judge(version: PublishedVersion, course: PlayedCourse, enrolmentId: string) {
  const { lessons } = version;
  const passing = course.attempts.filter((attempt) => attempt.grade.hasPassed);
  const doneLessons = new Map(
    course.lessons.flatMap(({ lessonId, doneAt }) => (doneAt ? [[lessonId, doneAt] as const] : [])),
  );
  const passedQuizzes = new Map(passing.map((attempt) => [attempt.lessonId, attempt.submittedAt]));
  const progress = courseProgress({ lessons, doneLessons, passedQuizzes });
  const passedAttempts = new Map(
    passing.map(({ lessonId, number, grade, submittedAt }) => {
      const { points, neededPoints, possiblePoints } = grade;
      return [
        lessonId,
        {
          attemptId: stableId('attempt', `${enrolmentId} ${number}`),
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

/** How it went for this learner until `now`, drawn by `random`. */
export function tellStory(
  learner: PlannedLearner,
  version: PublishedVersion,
  time: { random: Random; now: Date },
): Story {
  const course = playLearner(learner, version, time);
  const personId = stableId('person', learner.login);
  const enrolmentId = stableId('enrolment', learner.login, learner.courseSlug);
  return { learner, personId, enrolmentId, version, course, ...judge(version, course, enrolmentId) };
}
