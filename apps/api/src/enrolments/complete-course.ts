// Works out steps and completion of enrolments inside the transaction of the facts that changed them.
import { completionEvidence, courseProgress } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import type { Statement, Transaction } from '../platform/database/database.js';
import { doneLessons, passedQuizzes, passingAttempts } from './enrolment-facts.js';
import type { AttemptFact, LessonFact } from './enrolments.queries.js';
import type { LockedEnrolment } from './locked-enrolment.js';

// Voided attempts and marks that are held back or not complete count for nothing.
const readFacts: Statement = {
  name: 'enrolments.read-courses-facts',
  text: `SELECT e.id AS "enrolmentId",
      coalesce((SELECT json_agg(json_build_object('lessonId', lesson_id, 'doneAt', done_at))
        FROM lesson_progress WHERE enrolment_id = e.id AND done_at IS NOT NULL), '[]') AS lessons,
      coalesce((SELECT json_agg(json_build_object('id', id, 'lessonId', lesson_id, 'examId', exam_id, 'number', number,
          'counts', rule ->> 'counts', 'startedAt', started_at, 'submittedAt', submitted_at, 'closedBy', closed_by, 'points', points,
          'neededPoints', needed_points, 'possiblePoints', possible_points, 'hasPassed', has_passed))
        FROM attempt WHERE enrolment_id = e.id AND marked_at IS NOT NULL AND voided_at IS NULL AND NOT is_held AND held_until IS NULL), '[]') AS attempts
    FROM unnest($1::uuid[]) AS e(id)`,
};
// A completion is written once: a later fact never moves its time.
const write: Statement = {
  name: 'enrolments.write-courses-progress',
  text: `UPDATE enrolment e SET steps_done = m.steps_done, steps_total = m.steps_total, started_at = coalesce(e.started_at, $6),
      completed_at = coalesce(e.completed_at, m.completed_at), completion = coalesce(e.completion, m.completion)
    FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::timestamptz[], $5::jsonb[])
      AS m(id, steps_done, steps_total, completed_at, completion)
    WHERE e.id = m.id RETURNING e.id, e.completed_at AS "completedAt"`,
};

interface Facts {
  enrolmentId: string;
  lessons: LessonFact[];
  attempts: AttemptFact[];
}

export interface CourseState {
  steps: { done: number; total: number };
  percent: number;
  completedAt: Date | null;
}

/** An enrolment under lock, and the version by which its course is looked at. */
export interface CourseToEvaluate {
  enrolment: Pick<LockedEnrolment, 'id'>;
  version: PublishedVersion;
}

/** Counts steps and decides completion from all facts, for a locked enrolment; the evidence is frozen with the first completion. */
export async function evaluateCourse(
  transaction: Transaction,
  enrolment: LockedEnrolment,
  { version, now }: { version: PublishedVersion; now: Date },
): Promise<CourseState> {
  const states = await evaluateCourses(transaction, [{ enrolment, version }], now);
  const state = states.get(enrolment.id);
  if (!state) throw new Error(`enrolment ${enrolment.id} is not there`);
  return state;
}

/** The same of many enrolments, each of them once, in as few statements as of one. */
export async function evaluateCourses(
  transaction: Transaction,
  courses: readonly CourseToEvaluate[],
  now: Date,
): Promise<ReadonlyMap<string, CourseState>> {
  const ids = courses.map(({ enrolment }) => enrolment.id);
  const found = await transaction.rows<Facts>(readFacts, [ids]);
  const facts = new Map(found.map((one) => [one.enrolmentId, one]));
  const evaluated = courses.map(({ enrolment, version }) => evaluate(version, facts.get(enrolment.id)));
  const rows = await transaction.rows<{ id: string; completedAt: Date | null }>(write, [
    ids,
    evaluated.map(({ progress }) => progress.done),
    evaluated.map(({ progress }) => progress.total),
    evaluated.map(({ progress }) => progress.completedAt),
    evaluated.map(({ evidence }) => evidence && JSON.stringify(evidence)),
    now,
  ]);
  const completedAt = new Map(rows.map((row) => [row.id, row.completedAt]));
  return new Map(
    evaluated.map(({ progress: { done, total, percent } }, index) => {
      const id = ids[index] ?? '';
      return [id, { steps: { done, total }, percent, completedAt: completedAt.get(id) ?? null }];
    }),
  );
}

function evaluate(version: PublishedVersion, found: Facts | undefined) {
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
  return { progress, evidence };
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
