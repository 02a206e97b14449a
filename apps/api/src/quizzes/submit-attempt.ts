// Closes and marks an attempt once, whoever closes it: answers, mark, steps and completion are one transaction.
import type { ClosedBy, Submitted } from '@onetouch/contract';
import { isDue } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { receiptOf } from '../platform/receipt.js';
import { presentState } from './attempt-state.js';
import { KnownAttempts } from './known-attempts.js';
import {
  type AnswerToMark,
  answersToMark,
  gradeCase,
  isAnswered,
  lockCase,
  lockFreeCase,
  type MarkingCase,
} from './marking-case.js';
import { writeMark } from './write-mark.js';

interface Closing {
  by: ClosedBy;
  version: PublishedVersion;
}

interface ClosedCase {
  attempt: MarkingCase;
  answers: AnswerToMark[];
}

@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly database: Database,
    private readonly known: KnownAttempts,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Hands in for the learner; a second time nothing changes and the receipt is the same. */
  async submit(attemptId: string, personId: string): Promise<Submitted> {
    const known = await this.known.get(attemptId);
    if (known?.personId !== personId) throw new Problem('attempt.not-found');
    const closed = await this.closeKnown(attemptId, known.versionId, 'learner');
    if (!closed) throw new Problem('attempt.not-found');
    const { attempt, answers } = closed;
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
  async closeWithin(transaction: Transaction, attemptId: string, closing: Closing): Promise<boolean> {
    const attempt = await lockCase(transaction, attemptId);
    if (!attempt || attempt.submittedAt || attempt.voidedAt) return false;
    await this.closeIn(transaction, attempt, closing);
    return true;
  }

  /** Closes by the deadline if it is still due and nobody else is at it; then another round finds it. */
  async closeDue(attemptId: string, versionId: string): Promise<boolean> {
    const version = await this.versions.get(versionId);
    return this.database.transaction(async (transaction) => {
      const attempt = await lockFreeCase(transaction, attemptId);
      if (!attempt || attempt.voidedAt || !isDue(attempt, this.clock.now())) return false;
      await this.closeIn(transaction, attempt, { by: 'deadline', version });
      return true;
    });
  }

  private async closeKnown(
    attemptId: string,
    versionId: string,
    by: ClosedBy,
  ): Promise<(ClosedCase & { wasClosed: boolean }) | undefined> {
    // Before the transaction, so that nobody who holds a connection waits for another one.
    const version = await this.versions.get(versionId);
    return this.database.transaction(async (transaction) => {
      const attempt = await lockCase(transaction, attemptId);
      if (!attempt) return undefined;
      const wasClosed = attempt.submittedAt !== null || attempt.voidedAt !== null;
      if (wasClosed) return { attempt, answers: await answersToMark(transaction, attemptId), wasClosed };
      return { ...(await this.closeIn(transaction, attempt, { by, version })), wasClosed };
    });
  }

  private async closeIn(
    transaction: Transaction,
    open: MarkingCase,
    { by, version }: Closing,
  ): Promise<ClosedCase> {
    const now = this.clock.now();
    // The deadline closes at its own time, however late the server comes to it; nobody hands in after it.
    const isOver = !open.pausedAt && open.deadlineAt !== null && open.deadlineAt < now;
    const attempt = {
      ...open,
      submittedAt: isOver ? open.deadlineAt : now,
      closedBy: isOver ? 'deadline' : by,
      pausedAt: null,
    } satisfies MarkingCase;
    const answers = await answersToMark(transaction, attempt.id);
    await writeMark(transaction, { attempt, grade: gradeCase(attempt, answers) }, { version, now });
    return { attempt, answers };
  }
}
