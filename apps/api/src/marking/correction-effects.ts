// What a correction does to attempts, worked out from papers and answers a few hundred at a time. Preview and application share it, so
// that the one does exactly what the other has shown. Writes nothing.
import { createHash } from 'node:crypto';
import type { CorrectionChange, CorrectionWish } from '@onetouch/contract';
import { type ComparedMark, type Grade, isChanged, needsDecision } from '@onetouch/domain';
import type { Runner, Statement } from '../platform/database/database.js';
import { type CaseToMark, gradeCase, readCases } from '../quizzes/marking-case.js';
import { findStandingPasses, withPass } from '../quizzes/standing-pass.js';

/** Attempts that are looked at together: a paper with its answers has some twenty thousand characters. */
export const casesAtOnce = 200;

/** One changed attempt. */
export interface Effect {
  attempt: Pick<CaseToMark, 'id' | 'enrolmentId' | 'personId' | 'versionId' | 'isHeld'>;
  before: ComparedMark;
  /** By the rule. */
  after: ComparedMark;
  /** What the attempt gets: as `after`, but a pass that somebody must decide about stays. */
  grade: Grade;
  decision: 'open' | null;
  fullName: string;
  organisationName: string;
  certificateNumber: string | null;
}

interface PersonFacts {
  attemptId: string;
  fullName: string;
  organisationName: string;
  hasCompleted: boolean;
  certificateNumber: string | null;
}

const readFacts: Statement = {
  name: 'marking.change-facts',
  text: `SELECT a.id AS "attemptId", p.full_name AS "fullName", p.organisation_name AS "organisationName",
      e.completed_at IS NOT NULL AS "hasCompleted", s.number AS "certificateNumber"
    FROM attempt a JOIN enrolment e ON e.id = a.enrolment_id JOIN person p ON p.id = e.person_id
    LEFT JOIN certificate s ON s.enrolment_id = e.id AND s.revoked_at IS NULL
    WHERE a.id = ANY($1::uuid[])`,
};
const readInForce: Statement = {
  name: 'marking.in-force',
  text: 'SELECT id FROM correction WHERE lesson_id = $1 ORDER BY id',
};

function markBefore({
  points,
  possiblePoints,
  neededPoints,
  hasPassed,
  resultPoints,
}: CaseToMark): ComparedMark {
  return { points: points ?? resultPoints ?? 0, possiblePoints, neededPoints, hasPassed };
}

const markOf = ({ points, possiblePoints, neededPoints, hasPassed }: Grade): ComparedMark => ({
  points,
  possiblePoints,
  neededPoints,
  hasPassed,
});

interface Regraded {
  attempt: CaseToMark;
  before: ComparedMark;
  grade: Grade;
}

/** A pass that a person kept, or has yet to decide about, stays through later corrections too. */
function regrade(
  attempt: CaseToMark,
  { wish, passStands }: { wish: CorrectionWish; passStands: boolean },
): Regraded {
  const grade = gradeCase(attempt, attempt.answers, [...attempt.corrections, wish]);
  const isKept = passStands && attempt.hasPassed === true;
  return { attempt, before: markBefore(attempt), grade: withPass(grade, isKept) };
}

function effectOf({ attempt, before, grade }: Regraded, facts: PersonFacts): Effect {
  const after = markOf(grade);
  const { hasCompleted, fullName, organisationName, certificateNumber } = facts;
  // A mark that is held has completed nothing.
  const isOpen = !attempt.isHeld && needsDecision({ before, after, hasCompleted });
  const { id, enrolmentId, personId, versionId, isHeld } = attempt;
  return {
    // Without paper and answers, which nobody needs any more.
    attempt: { id, enrolmentId, personId, versionId, isHeld },
    before,
    after,
    grade: withPass(grade, isOpen),
    decision: isOpen ? 'open' : null,
    ...{ fullName, organisationName, certificateNumber },
  };
}

/** Those of these attempts that the correction changes, by id. */
export async function effectsOn(
  runner: Runner,
  attemptIds: readonly string[],
  wish: CorrectionWish,
): Promise<Effect[]> {
  const cases = await readCases(runner, attemptIds);
  const stands = await findStandingPasses(runner, attemptIds);
  const changed = cases
    .map((attempt) => regrade(attempt, { wish, passStands: stands.has(attempt.id) }))
    .filter(({ before, grade }) => isChanged({ before, after: markOf(grade) }));
  const facts = await runner.rows<PersonFacts>(readFacts, [changed.map(({ attempt }) => attempt.id)]);
  const factsById = new Map(facts.map((fact) => [fact.attemptId, fact]));
  return changed.flatMap((one) => {
    const own = factsById.get(one.attempt.id);
    return own ? [effectOf(one, own)] : [];
  });
}

/** An effect without the marks question by question: thousands of them would fill the memory. */
export function withoutQuestions({ grade, ...effect }: Effect): Effect {
  return { ...effect, grade: { ...grade, questions: [] } };
}

/** Attempts, or what was worked out of them, a few hundred at a time. */
export function chunksOf<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / casesAtOnce);
  return Array.from({ length: count }, (_, index) =>
    all.slice(index * casesAtOnce, (index + 1) * casesAtOnce),
  );
}

/** Takes what a preview showed into one short word: the wish, what was in force before it, and every change by id of its attempt. */
export class Fingerprint {
  private readonly hash = createHash('sha256');

  private constructor(first: unknown) {
    this.hash.update(JSON.stringify(first));
  }

  /** Begun with the corrections that are in force already: after one more, nothing is what was shown. */
  static async begin(
    runner: Runner,
    { lessonId, examId, wish }: { lessonId: string; examId: string | null; wish: CorrectionWish },
  ): Promise<Fingerprint> {
    const inForce = await runner.rows<{ id: string }>(readInForce, [lessonId]);
    const optionIds = wish.action === 'accept' ? [...wish.optionIds].sort() : null;
    const ids = inForce.map(({ id }) => id);
    return new Fingerprint([examId, wish.action, wish.questionId, optionIds, ids]);
  }

  add(effects: readonly Effect[]): void {
    for (const { attempt, before, after } of effects)
      this.hash.update(JSON.stringify([attempt.id, markValues(before), markValues(after)]));
  }

  end(): string {
    return this.hash.digest('base64url');
  }
}

const markValues = (mark: ComparedMark) => [
  mark.points,
  mark.possiblePoints,
  mark.neededPoints,
  mark.hasPassed,
];

/** A mark in the contract's shape: one that waits for an essay has not passed. */
export function presentMark(mark: ComparedMark): CorrectionChange['before'] {
  return { ...mark, hasPassed: mark.hasPassed === true };
}
