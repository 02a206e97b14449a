// Gives one person another seat, or none. The clock follows the new room: where clocks stand still it stops, elsewhere it runs again.
import type { BoardCandidate, InputOf, invigilation } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { type CandidateState, findCandidate, moveCandidate } from '../exams/candidate-state.js';
import { findExam, type VisibleExam } from '../exams/exam-facts.js';
import { mayActIn } from '../exams/exams.policy.js';
import { recordEvent } from '../exams/exam-events.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { pauseAttempts, resumeAttempts } from '../quizzes/attempt-times.js';
import { isOver, refuseForeignCandidate, refuseForeignRoom, refuseSelf } from './access.js';
import { BoardQueries } from './board.queries.js';

type Move = InputOf<typeof invigilation.moveCandidate>;

const isPaused: Statement = {
  name: 'invigilation.is-paused',
  text: 'SELECT 1 FROM exam_room WHERE id = $1 AND paused_at IS NOT NULL',
};

const shortestReason = 3;

/** Who takes somebody in from another room says why, because that room reads it too. */
function refuseWithoutReason(reason: string): void {
  if (reason.length < shortestReason)
    throw new Problem('request.invalid', { issues: [{ path: 'body.reason', message: 'says why' }] });
}

@Injectable()
export class MoveToRoom {
  constructor(
    private readonly database: Database,
    private readonly board: BoardQueries,
    private readonly clock: Clock,
  ) {}

  /** Moves; the same room once more changes nothing. Refuses with `room.full`, and with `candidate.self` to move oneself. */
  async move({ params, body }: Move, actor: Actor): Promise<BoardCandidate> {
    const visible = await findExam(this.database, params.examId, actor);
    const { exam } = visible;
    if (body.roomId !== null) await refuseForeignRoom(this.database, visible, body.roomId);
    await this.database.transaction(async (transaction) => {
      const candidate = await findCandidate(transaction, exam.id, params.candidateId);
      refuseSelf(actor, [candidate.personId]);
      if (body.roomId === null) this.refuseUnseating(visible, candidate);
      if (!visible.access.runs) refuseWithoutReason(body.reason);
      if (isOver(exam, this.clock.now())) throw new Problem('exam.over');
      const moved = await moveCandidate(transaction, candidate, body.roomId);
      if (!moved) return;
      const at = this.clock.now();
      const set = {
        ...{ lessonId: exam.lessonId, examId: exam.id },
        ...{ enrolmentIds: [candidate.enrolmentId], now: at },
      };
      // The seat is held with its room, so that the room is not paused between the two.
      const stands = await this.standsStill(transaction, body.roomId);
      await (stands ? pauseAttempts(transaction, set) : resumeAttempts(transaction, set));
      const line = { examId: exam.id, candidateId: candidate.id, actorId: actor.personId, at };
      const { roomId, reason } = body;
      await recordEvent(transaction, { ...line, ...moved, kind: 'moved', roomId, reason });
    });
    return this.board.candidate(exam, params.candidateId);
  }

  /** The invigilator of a room lets people in; to leave somebody without a seat is for who runs the exam. */
  private refuseUnseating({ access }: VisibleExam, candidate: CandidateState): void {
    refuseForeignCandidate(access, candidate);
    if (!mayActIn(access, null)) throw new Problem('access.denied');
  }

  private async standsStill(transaction: Transaction, roomId: string | null): Promise<boolean> {
    if (roomId === null) return false;
    return (await transaction.rows(isPaused, [roomId])).length > 0;
  }
}
