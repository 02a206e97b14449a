// Hands an attempt in once, whoever does it: the learner, an invigilator, or the deadline. Those that come at the same moment share their
// statements; whom somebody else has under lock goes alone, so that no learner waits for another one.
import type { ClosedBy, Submitted } from '@onetouch/contract';
import { isDue } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { lockEnrolment, lockFreeEnrolments } from '../enrolments/locked-enrolment.js';
import { Clock } from '../platform/clock.js';
import { Batches } from '../platform/database/batches.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { receiptOf } from '../platform/receipt.js';
import { CarefulTurns } from './careful-turns.js';
import { presentState } from './attempt-state.js';
import { closeAttempts, type ClosedCase, type LockEnrolments } from './close-attempts.js';
import { KnownAttempts } from './known-attempts.js';
import { isAnswered, lockCase, lockFreeCases } from './marking-case.js';

interface HandIn {
  attemptId: string;
  version: PublishedVersion;
  by: ClosedBy;
  /** Not before the deadline and the delay for answers under way. */
  onlyDue?: boolean;
}

@Injectable()
export class SubmitAttempt {
  private readonly batches = new Batches<HandIn, ClosedCase | null>((wishes) => this.closeFree(wishes), {
    lanes: 2,
    most: 50,
  });

  constructor(
    private readonly database: Database,
    private readonly known: KnownAttempts,
    private readonly versions: PublishedVersions,
    private readonly turns: CarefulTurns,
    private readonly clock: Clock,
  ) {}

  /** Hands in for the learner; a second time nothing changes and the receipt is the same. Refuses with `attempt.closed` what was voided while it was open. */
  async submit(attemptId: string, personId: string): Promise<Submitted> {
    const known = await this.known.get(attemptId);
    if (known?.personId !== personId) throw new Problem('attempt.not-found');
    const closed = await this.closeKnown(attemptId, known.versionId, 'learner');
    if (!closed) throw new Problem('attempt.not-found');
    const { attempt, answers } = closed;
    // Another one stands in its place: nothing was handed in, and no receipt must say so.
    if (attempt.voidedAt && !attempt.submittedAt) throw new Problem('attempt.closed');
    const questionIds = new Set(attempt.paper.questions.map((question) => question.id));
    return {
      attemptId,
      state: presentState(attempt, this.clock.now()),
      receipt: receiptOf(attemptId, attempt.submittedAt?.toISOString() ?? ''),
      answeredCount: answers.filter((answer) => isAnswered(answer) && questionIds.has(answer.questionId))
        .length,
      questionCount: questionIds.size,
    };
  }

  /** Hands in what is saved, for somebody else, in the transaction that records why; false when there is nothing open. */
  async closeWithin(
    transaction: Transaction,
    attemptId: string,
    closing: Omit<HandIn, 'attemptId'>,
  ): Promise<boolean> {
    const closed = await this.closeLocked(transaction, { ...closing, attemptId });
    return closed !== undefined && !closed.wasClosed;
  }

  /** Closes by the deadline if it is still due and nobody else is at it; then another round finds it. */
  async closeDue(attemptId: string, versionId: string): Promise<boolean> {
    const version = await this.versions.get(versionId);
    const closed = await this.batches.add({ attemptId, version, by: 'deadline', onlyDue: true });
    return closed !== null && !closed.wasClosed;
  }

  private async closeKnown(
    attemptId: string,
    versionId: string,
    by: ClosedBy,
  ): Promise<ClosedCase | undefined> {
    const wish = { attemptId, version: await this.versions.get(versionId), by };
    return (await this.batches.add(wish)) ?? this.closeAlone(wish);
  }

  /** What is free, in one transaction; null for whom somebody else holds. */
  private closeFree(wishes: readonly HandIn[]): Promise<(ClosedCase | null)[]> {
    // Of two tabs the second one finds it closed, alone.
    const first = new Map(wishes.toReversed().map((wish) => [wish.attemptId, wish]));
    return this.database.transaction(async (transaction) => {
      const now = this.clock.now();
      const closings = (await lockFreeCases(transaction, [...first.keys()])).flatMap((attempt) => {
        const wish = first.get(attempt.id);
        const isWanted = wish && (!wish.onlyDue || (!attempt.voidedAt && isDue(attempt, now)));
        return isWanted ? [{ attempt, by: wish.by, version: wish.version }] : [];
      });
      const lockEnrolments: LockEnrolments = (moving) =>
        lockFreeEnrolments(
          transaction,
          moving.map(({ attempt }) => attempt.enrolmentId),
        );
      const closed = await closeAttempts(transaction, closings, { now, lockEnrolments });
      return wishes.map((wish) =>
        first.get(wish.attemptId) === wish ? (closed.get(wish.attemptId) ?? null) : null,
      );
    });
  }

  /** One, waiting for whoever holds it. */
  private closeAlone(wish: HandIn): Promise<ClosedCase | undefined> {
    return this.turns.take(wish.attemptId, () =>
      this.database.transaction((transaction) => this.closeLocked(transaction, wish)),
    );
  }

  private async closeLocked(
    transaction: Transaction,
    { attemptId, version, by }: HandIn,
  ): Promise<ClosedCase | undefined> {
    const attempt = await lockCase(transaction, attemptId);
    if (!attempt) return undefined;
    const lockEnrolments = async () => {
      const enrolment = await lockEnrolment(transaction, attempt.enrolmentId, attempt.personId);
      return enrolment ? [enrolment] : [];
    };
    const options = { now: this.clock.now(), lockEnrolments };
    return (await closeAttempts(transaction, [{ attempt, version, by }], options)).get(attemptId);
  }
}
