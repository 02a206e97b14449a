// Use cases of the morning: look at the board, act in it, read what was done. Each act answers what stands there afterwards.
import type { Board, InputOf, invigilation, ResponseOf } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { presentCandidate } from '../exams/board-candidates.js';
import { findExam } from '../exams/exam-facts.js';
import { findCandidatesByWords } from '../exams/list-candidates.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { vietnamDay } from '../platform/vietnam-time.js';
import { refuseForeignRoom } from './access.js';
import { ActInRoom } from './act-in-room.js';
import { BoardQueries } from './board.queries.js';

type In<K extends keyof typeof invigilation> = InputOf<(typeof invigilation)[K]>;

/** Viet Nam is seven hours ahead all the year. */
const zoneHours = 7;

function startOfYesterday(now: Date): Date {
  const { year, month, day } = vietnamDay(now);
  return new Date(Date.UTC(year, month - 1, day - 1, -zoneHours));
}

@Injectable()
export class InvigilationService {
  constructor(
    private readonly database: Database,
    private readonly board: BoardQueries,
    private readonly inRoom: ActInRoom,
    private readonly clock: Clock,
  ) {}

  /** Rooms that the actor invigilates, from yesterday on. */
  async listRooms(actor: Actor): Promise<ResponseOf<typeof invigilation.listRooms>> {
    const since = startOfYesterday(this.clock.now());
    return { items: await this.board.invigilated(actor.personId, since) };
  }

  /** The board of the rooms that the actor sees; another room is not there. */
  async readBoard(examId: string, roomId: string | undefined, actor: Actor): Promise<Board> {
    const visible = await findExam(this.database, examId, actor);
    if (roomId !== undefined) await refuseForeignRoom(this.database, visible, roomId);
    return this.board.board(visible, roomId);
  }

  /** Candidates of the whole exam, for who stands at the door of another room. */
  async findCandidates(
    { params, query }: In<'findCandidates'>,
    actor: Actor,
  ): Promise<ResponseOf<typeof invigilation.findCandidates>> {
    const { exam } = await findExam(this.database, params.examId, actor);
    const facts = { questionCount: await this.board.questionCount(exam), now: this.clock.now() };
    const found = await findCandidatesByWords(this.database, exam.id, query.q);
    return { items: found.map((row) => ({ ...presentCandidate(row, facts), roomName: row.roomName })) };
  }

  /** Clocks of a room stand still. */
  async pauseRoom(input: In<'pauseRoom'>, actor: Actor): Promise<Board> {
    await this.inRoom.pause(input, actor);
    return this.readBoard(input.params.examId, input.params.roomId, actor);
  }

  /** Clocks of a room run again. */
  async resumeRoom(input: In<'resumeRoom'>, actor: Actor): Promise<Board> {
    await this.inRoom.resume(input, actor);
    return this.readBoard(input.params.examId, input.params.roomId, actor);
  }

  /** More minutes for a room. */
  async creditRoom(input: In<'creditRoom'>, actor: Actor): Promise<Board> {
    await this.inRoom.credit(input, actor);
    return this.readBoard(input.params.examId, input.params.roomId, actor);
  }
}
