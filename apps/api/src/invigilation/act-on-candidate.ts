// What is done to one person: more time, a new attempt, handing in, check-in by hand and its undoing. The change and its line in the
// record are one transaction, in which the person is held.
import type { BoardCandidate, InputOf, invigilation } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import {
  type CandidateState,
  checkIn,
  lockCandidate,
  restartCandidate,
  undoCheckIn,
} from '../exams/candidate-state.js';
import { type ExamFacts, examUnderHold, findExam } from '../exams/exam-facts.js';
import { type EventToRecord, recordEvent } from '../exams/exam-events.js';
import { ExamPapers } from '../exams/exam-papers.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import type { AttemptSet } from '../quizzes/attempt-times.js';
import { grantMinutes } from '../quizzes/grant-minutes.js';
import { discardPapers } from '../quizzes/papers.js';
import { findSeen } from '../quizzes/seen-answers.js';
import { SubmitAttempt } from '../quizzes/submit-attempt.js';
import { voidAttempts } from '../quizzes/void-attempt.js';
import { isOver, refuseForeignCandidate, refuseSelf } from './access.js';
import { BoardQueries } from './board.queries.js';
import { recordOnce } from './record-once.js';

type In<K extends keyof typeof invigilation> = InputOf<(typeof invigilation)[K]>;

const findAttempt: Statement = {
  name: 'invigilation.find-attempt',
  text: `SELECT id FROM attempt WHERE enrolment_id = $1 AND lesson_id = $2 AND exam_id = $3 AND number = $4 AND voided_at IS NULL`,
};

interface Scene {
  exam: ExamFacts;
  version: PublishedVersion;
  /** Held until the end of the transaction. */
  candidate: CandidateState;
  set: AttemptSet;
  /** What the line in the record has in every case. */
  line: Pick<EventToRecord, 'examId' | 'roomId' | 'candidateId' | 'actorId' | 'at'> & { candidateId: string };
}

@Injectable()
export class ActOnCandidate {
  constructor(
    private readonly database: Database,
    private readonly versions: PublishedVersions,
    private readonly papers: ExamPapers,
    private readonly submission: SubmitAttempt,
    private readonly board: BoardQueries,
    private readonly clock: Clock,
  ) {}

  /** More minutes, before the start or while the clock runs. */
  extend({ params, body }: In<'extendCandidate'>, actor: Actor): Promise<BoardCandidate> {
    const { id, minutes, reason } = body;
    return this.act(params, actor, async (transaction, { exam, set, line }) => {
      if (exam.releasedAt) throw new Problem('exam.released');
      if (!(await recordOnce(transaction, { ...line, id, kind: 'extended', minutes, reason }))) return;
      await grantMinutes(transaction, set, { minutes, reason, authorId: actor.personId });
    });
  }

  /** A new attempt with a new paper; what was before is kept and counts no more. Questions may come again: the record says who saw them. */
  restart({ params, body }: In<'restartCandidate'>, actor: Actor): Promise<BoardCandidate> {
    const { id, reason } = body;
    return this.act(params, actor, async (transaction, { exam, version, candidate, set, line }) => {
      if (exam.releasedAt) throw new Problem('exam.released');
      if (isOver(exam, line.at)) throw new Problem('exam.over');
      if (!candidate.checkedInAt) throw new Problem('candidate.not-checked-in');
      if (!(await recordOnce(transaction, { ...line, id, kind: 'restarted', reason }))) return;
      if ((await findSeen(transaction, set)).length > 0)
        await recordEvent(transaction, { ...line, kind: 'answers-seen', actorId: null });
      const paper = await this.papers.drawOne(transaction, candidate, version);
      const { enrolmentId, examId, paperId, attemptNumber } = candidate;
      // The attempt before the paper, which nobody who holds the attempt may have to wait for.
      const belowNumber = attemptNumber + 1;
      await voidAttempts(transaction, { enrolmentId, examId, belowNumber, now: line.at });
      await restartCandidate(transaction, candidate, paper);
      // Of somebody who had not begun: nobody will ever write on it.
      if (paperId !== null) await discardPapers(transaction, [paperId]);
    });
  }

  /** Hands in what is saved; refuses with `exam.not-started` who has not begun. */
  close({ params, body }: In<'closeCandidate'>, actor: Actor): Promise<BoardCandidate> {
    return this.act(params, actor, async (transaction, { exam, version, candidate, line }) => {
      const values = [candidate.enrolmentId, exam.lessonId, exam.id, candidate.attemptNumber];
      const [attempt] = await transaction.rows<{ id: string }>(findAttempt, values);
      if (!attempt) throw new Problem('exam.not-started');
      const closing = { by: 'invigilator' as const, version };
      if (!(await this.submission.closeWithin(transaction, attempt.id, closing))) return;
      await recordEvent(transaction, { ...line, kind: 'closed', reason: body.reason });
    });
  }

  /** Checks in without a code; who has no paper yet gets one. */
  checkIn({ params, body }: In<'checkInCandidate'>, actor: Actor): Promise<BoardCandidate> {
    return this.act(params, actor, async (transaction, { exam, version, candidate, line }) => {
      const now = line.at;
      if (now < exam.checkInOpensAt) throw new Problem('check-in.not-open', { retryAt: exam.checkInOpensAt });
      if (now >= exam.closesAt || exam.releasedAt) throw new Problem('exam.over');
      if (!(await checkIn(transaction, candidate, { roomId: null, by: actor.personId, now }))) return;
      if (candidate.paperId === null) await this.papers.give(transaction, candidate, version);
      await recordEvent(transaction, { ...line, kind: 'checked-in-by-hand', reason: body.reason });
    });
  }

  /** Takes a check-in back, before the start. */
  undoCheckIn({ params, body }: In<'undoCheckIn'>, actor: Actor): Promise<BoardCandidate> {
    return this.act(params, actor, async (transaction, { candidate, line }) => {
      if (!(await undoCheckIn(transaction, candidate))) return;
      await recordEvent(transaction, { ...line, kind: 'check-in-undone', reason: body.reason });
    });
  }

  private async act(
    { examId, candidateId }: { examId: string; candidateId: string },
    actor: Actor,
    work: (transaction: Transaction, scene: Scene) => Promise<void>,
  ): Promise<BoardCandidate> {
    const { exam: found, access } = await findExam(this.database, examId, actor);
    // Before the transaction, so that nobody who holds a connection waits for another one.
    const version = await this.versions.get(found.versionId);
    await this.database.transaction(async (transaction) => {
      const candidate = await lockCandidate(transaction, found.id, candidateId);
      refuseForeignCandidate(access, candidate);
      refuseSelf(actor, [candidate.personId]);
      const exam = await examUnderHold(transaction, found);
      const at = this.clock.now();
      const { roomId, enrolmentId } = candidate;
      const set = { lessonId: exam.lessonId, examId: exam.id, enrolmentIds: [enrolmentId], now: at };
      const line = { examId: exam.id, roomId, candidateId, actorId: actor.personId, at };
      await work(transaction, { exam, version, candidate, set, line });
    });
    return this.board.candidate(found, candidateId);
  }
}
