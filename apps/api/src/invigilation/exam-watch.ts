// Looks at one exam again and again while somebody listens, never twice at once, and tells each listener what changed of what the
// listener may see. One for each exam and process.
import { Logger } from '@nestjs/common';
import { boardOfCandidates, type BoardRow, presentCandidate } from '../exams/board-candidates.js';
import type { ExamsQueries } from '../exams/exams.queries.js';
import { runsExam } from '../exams/exams.policy.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Actor, Sessions } from '../platform/http/actor.js';
import type { BoardListener } from './board-listener.js';
import { newsOf, type Picture, type PictureRoom } from './board-picture.js';
import { presentBoardRoom, totalsOf } from './board.queries.js';
import { countRooms } from './room-counts.js';
import { WatchedRooms } from './watched-rooms.js';

const everyMs = 2_000;
/** Many who come at the same moment share a look. */
const gatherMs = 200;
/** Looking takes a twentieth of the time at most, whatever it costs. */
const restFactor = 20;
const beatMs = 5_000;

/** What does not change of the exam. */
export interface WatchedExam {
  id: string;
  path: string;
  organisationId: string | null;
  questionCount: number;
}

/** What the watch works with. */
export interface WatchTools {
  database: Database;
  exams: ExamsQueries;
  sessions: Sessions;
  clock: Clock;
}

export class ExamWatch {
  readonly listeners = new Set<BoardListener>();
  private readonly people: WatchedRooms;
  private readonly beats: NodeJS.Timeout;
  private timer: NodeJS.Timeout | undefined;
  private dueAt = 0;
  private hasNewcomers = false;
  private underWay: Promise<void> | undefined;
  private isStopped = false;
  private readonly logger = new Logger(ExamWatch.name);

  constructor(
    private readonly exam: WatchedExam,
    private readonly tools: WatchTools,
  ) {
    this.people = new WatchedRooms(tools.database, exam.id);
    this.beats = setInterval(() => this.listeners.forEach((listener) => listener.beat()), beatMs);
    this.beats.unref();
  }

  /** From now on this listener is told; the first message comes in a moment and holds everything. */
  add(listener: BoardListener): void {
    this.listeners.add(listener);
    this.hasNewcomers = true;
    if (!this.underWay) this.plan(gatherMs);
  }

  /** No look any more; done when the one under way is. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.beats);
    clearTimeout(this.timer);
    await this.underWay;
  }

  /** The next look, unless one is due before. */
  private plan(ms: number): void {
    const dueAt = Date.now() + ms;
    if (this.isStopped || (this.timer && this.dueAt <= dueAt)) return;
    clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.underWay = this.lookAndRest();
    }, ms);
    this.timer.unref();
  }

  private async lookAndRest(): Promise<void> {
    const began = Date.now();
    this.hasNewcomers = false;
    try {
      await this.look();
    } catch (error) {
      // Listeners stay: the next look tells them everything that they missed.
      this.logger.warn(`exam ${this.exam.id} could not be looked at: ${String(error)}`);
    }
    this.underWay = undefined;
    const took = Date.now() - began;
    this.plan(this.hasNewcomers ? Math.max(gatherMs, took * 4) : Math.max(everyMs, took * restFactor));
  }

  private async look(): Promise<void> {
    const rooms = await this.tools.exams.rooms([this.exam.id]);
    const admitted = await this.admit(rooms);
    const views = [...admitted.values()];
    if (views.length === 0) return;
    const now = this.tools.clock.now();
    const everything = views.some((view) => view === null);
    const roomIds = everything ? null : [...new Set(views.flatMap((view) => view ?? []))];
    const counts = await countRooms(this.tools.database, { examId: this.exam.id, roomIds, now });
    const people = await this.lookAtPeople(now);
    const picture: Picture = {
      at: now,
      rooms: rooms.map((room) => ({
        ...{ id: room.id, invigilatorId: room.invigilatorId },
        json: JSON.stringify(presentBoardRoom(room, counts.get(room.id))),
      })),
      counts,
      people,
      gone: await this.lookForGone(people, now),
    };
    for (const [listener, view] of admitted) this.tell(listener, view, picture);
  }

  private tell(listener: BoardListener, view: readonly string[] | null, picture: Picture): void {
    if (!listener.keepsUp()) return;
    const seen = (room: PictureRoom) => view === null || view.includes(room.id);
    const totals = totalsOf(picture.counts, view);
    const { roomId } = listener.following;
    const news = newsOf(picture, { rooms: picture.rooms.filter(seen), totals, roomId }, listener.sent);
    if (news !== null) listener.tell(news);
    else listener.sign(picture.at);
  }

  /** The rooms that each listener still sees, null for all; whose session or right has ended is let go of. */
  private async admit(
    rooms: readonly { id: string; invigilatorId: string | null }[],
  ): Promise<Map<BoardListener, readonly string[] | null>> {
    const admitted = new Map<BoardListener, readonly string[] | null>();
    for (const listener of this.listeners) {
      // From memory; read anew every half minute.
      const actor = await this.tools.sessions.actorOf(listener.following.token);
      const view = actor && this.viewOf(actor, rooms);
      const { roomId } = listener.following;
      const all = rooms.map((room) => room.id);
      const isAllowed = view && (roomId === null || (view.roomIds ?? all).includes(roomId));
      if (isAllowed) admitted.set(listener, view.roomIds);
      else void listener.end();
    }
    return admitted;
  }

  private viewOf(
    actor: Actor,
    rooms: readonly { id: string; invigilatorId: string | null }[],
  ): { roomIds: readonly string[] | null } | null {
    if (runsExam(actor, this.exam)) return { roomIds: null };
    const own = rooms.filter((room) => room.invigilatorId === actor.personId).map((room) => room.id);
    return own.length > 0 ? { roomIds: own } : null;
  }

  private async lookAtPeople(now: Date): Promise<Map<string, Map<string, string>>> {
    const watched = new Set([...this.listeners].flatMap(({ following }) => following.roomId ?? []));
    const people = new Map<string, Map<string, string>>();
    for (const row of await this.people.read([...watched], now)) {
      if (row.roomId === null) continue;
      const inRoom = people.get(row.roomId) ?? new Map<string, string>();
      people.set(row.roomId, inRoom.set(row.id, this.present(row, now)));
    }
    return people;
  }

  private async lookForGone(
    people: ReadonlyMap<string, ReadonlyMap<string, string>>,
    now: Date,
  ): Promise<Map<string, string>> {
    const ids = new Set<string>();
    for (const { following, sent } of this.listeners) {
      const here = people.get(following.roomId ?? '');
      for (const id of sent.people.keys()) if (!here?.has(id)) ids.add(id);
    }
    if (ids.size === 0) return new Map();
    const rows = await boardOfCandidates(this.tools.database, this.exam.id, [...ids]);
    return new Map(rows.map((row) => [row.id, this.present(row, now)]));
  }

  private present(row: Omit<BoardRow, 'questionCount'>, now: Date): string {
    const { questionCount } = this.exam;
    return JSON.stringify(presentCandidate({ ...row, questionCount }, { questionCount, now }));
  }
}
