// Works out steps and completion of one enrolment inside the transaction of the fact that changed them.
import { completionEvidence, courseProgress } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import type { Statement, Transaction } from '../platform/database/database.js';
import { doneLessons, passedQuizzes, passingAttempts } from './enrolment-facts.js';
import type { AttemptFact, LessonFact } from './enrolments.queries.js';
import type { LockedEnrolment } from './locked-enrolment.js';

// Voided attempts and marks that are held back or not complete count for nothing.
const readFacts: Statement = {
  name: 'enrolments.read-course-facts',
  text: `SELECT
      coalesce((SELECT json_agg(json_build_object('lessonId', lesson_id, 'doneAt', done_at))
        FROM lesson_progress WHERE enrolment_id = $1 AND done_at IS NOT NULL), '[]') AS lessons,
      coalesce((SELECT json_agg(json_build_object('id', id, 'lessonId', lesson_id, 'examId', exam_id, 'number', number,
          'counts', rule ->> 'counts', 'startedAt', started_at, 'submittedAt', submitted_at, 'closedBy', closed_by, 'points', points,
          'neededPoints', needed_points, 'possiblePoints', possible_points, 'hasPassed', has_passed))
        FROM attempt WHERE enrolment_id = $1 AND marked_at IS NOT NULL AND voided_at IS NULL AND NOT is_held AND held_until IS NULL), '[]') AS attempts`,
};
// A completion is written once: a later fact never moves its time.
const write: Statement = {
  name: 'enrolments.write-progress',
  text: `UPDATE enrolment SET steps_done = $2, steps_total = $3, started_at = coalesce(started_at, $4),
      completed_at = coalesce(completed_at, $5), completion = coalesce(completion, $6)
    WHERE id = $1 RETURNING completed_at AS "completedAt"`,
};

interface Facts {
  lessons: LessonFact[];
  attempts: AttemptFact[];
}

export interface CourseState {
  steps: { done: number; total: number };
  percent: number;
  completedAt: Date | null;
}

/** Counts steps and decides completion from all facts, for a locked enrolment; the evidence is frozen with the first completion. */
export async function evaluateCourse(
  transaction: Transaction,
  enrolment: LockedEnrolment,
  { version, now }: { version: PublishedVersion; now: Date },
): Promise<CourseState> {
  const [found] = await transaction.rows<Facts>(readFacts, [enrolment.id]);
  const { lessons, attempts } = found ?? { lessons: [], attempts: [] };
  const facts = {
    lessons: version.lessons,
    doneLessons: doneLessons({ lessons }),
    passedQuizzes: passedQuizzes({ attempts }),
  };
  const progress = courseProgress(facts);
  const evidence = progress.isComplete
    ? completionEvidence({
        lessons: version.lessons,
        doneLessons: facts.doneLessons,
        passedAttempts: passedAttempts(attempts),
      })
    : null;
  const rows = await transaction.rows<{ completedAt: Date | null }>(write, [
    enrolment.id,
    progress.done,
    progress.total,
    now,
    progress.completedAt,
    evidence && JSON.stringify(evidence),
  ]);
  return {
    steps: { done: progress.done, total: progress.total },
    percent: progress.percent,
    completedAt: rows[0]?.completedAt ?? null,
  };
}

function passedAttempts(attempts: readonly AttemptFact[]) {
  return new Map(
    [...passingAttempts(attempts)].map(([lessonId, attempt]) => [
      lessonId,
      {
        attemptId: attempt.id,
        points: attempt.points,
        neededPoints: attempt.neededPoints,
        possiblePoints: attempt.possiblePoints,
        submittedAt: new Date(attempt.submittedAt),
      },
    ]),
  );
}
