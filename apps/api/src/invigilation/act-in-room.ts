// What is done to a whole room at once: its clocks are stopped, let run, or given more time. The change and its line in the record are
// one transaction, in which the room and everybody in it are held.
import type { InputOf, invigilation } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { type ExamFacts, examUnderHold } from '../exams/exam-facts.js';
import { type EventToRecord, recordEvent, recordEvents } from '../exams/exam-events.js';
import { type HeldRoom, holdRoom, putRoomPaused } from '../exams/room-state.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { type AttemptSet, pauseAttempts, resumeAttempts } from '../quizzes/attempt-times.js';
import { grantMinutes } from '../quizzes/grant-minutes.js';
import { findExamOfRoom, isOver, refuseSelf } from './access.js';
import { recordOnce } from './record-once.js';

type In<K extends keyof typeof invigilation> = InputOf<(typeof invigilation)[K]>;

interface Scene {
  exam: ExamFacts;
  room: HeldRoom;
  /** The attempts of everybody in the room. */
  set: AttemptSet;
  /** What the line in the record has in every case. */
  line: Pick<EventToRecord, 'examId' | 'roomId' | 'actorId' | 'at'>;
}

@Injectable()
export class ActInRoom {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Stops the clocks; a room whose clocks stand still already stays as it is. */
  async pause({ params, body }: In<'pauseRoom'>, actor: Actor): Promise<void> {
    await this.act(params, actor, async (transaction, { exam, room, set, line }) => {
      if (line.at < exam.startsAt) throw new Problem('exam.not-started', { retryAt: exam.startsAt });
      if (isOver(exam, line.at)) throw new Problem('exam.over');
      if (room.pausedAt) return;
      await putRoomPaused(transaction, params.roomId, line.at);
      await pauseAttempts(transaction, set);
      await recordEvent(transaction, { ...line, kind: 'paused', reason: body.reason });
    });
  }

  /** Lets the clocks run again and gives the time of the pause back. */
  async resume({ params, body }: In<'resumeRoom'>, actor: Actor): Promise<void> {
    await this.act(params, actor, async (transaction, { room, set, line }) => {
      if (!room.pausedAt) return;
      await putRoomPaused(transaction, params.roomId, null);
      await resumeAttempts(transaction, set);
      await recordEvent(transaction, { ...line, kind: 'resumed', reason: body.reason });
    });
  }

  /** Gives everybody in the room more minutes, those too who have not begun; who may have seen the right answers gets a line instead. */
  async credit({ params, body }: In<'creditRoom'>, actor: Actor): Promise<void> {
    const { id, minutes, reason } = body;
    await this.act(params, actor, async (transaction, { exam, room, set, line }) => {
      if (line.at < exam.startsAt) throw new Problem('exam.not-started', { retryAt: exam.startsAt });
      if (exam.releasedAt) throw new Problem('exam.released');
      if (!(await recordOnce(transaction, { ...line, id, kind: 'credited', minutes, reason }))) return;
      const leftOut = await grantMinutes(transaction, set, { minutes, reason, authorId: actor.personId });
      const lines = leftOut.map((enrolmentId) => ({
        ...{ ...line, kind: 'answers-seen' as const, actorId: null },
        candidateId: room.candidateIds.get(enrolmentId) ?? null,
      }));
      await recordEvents(transaction, lines);
    });
  }

  private async act(
    params: { examId: string; roomId: string },
    actor: Actor,
    work: (transaction: Transaction, scene: Scene) => Promise<void>,
  ): Promise<void> {
    const found = await findExamOfRoom(this.database, params, actor);
    await this.database.transaction(async (transaction) => {
      const room = await holdRoom(transaction, found.id, params.roomId);
      refuseSelf(actor, room.personIds);
      const exam = await examUnderHold(transaction, found);
      const at = this.clock.now();
      const set = { lessonId: exam.lessonId, examId: exam.id, enrolmentIds: room.enrolmentIds, now: at };
      const line = { examId: exam.id, roomId: params.roomId, actorId: actor.personId, at };
      await work(transaction, { exam, room, set, line });
    });
  }
}
