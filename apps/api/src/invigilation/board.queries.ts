// Reads of the morning: the board as one answer, and the rooms of an invigilator. Who sees which room is decided before.
import type { Board, BoardCandidate, BoardRoom, RoomCounts } from '@onetouch/contract';
import { countRoom, paperSize } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { boardOfCandidates, boardOfRoom, presentCandidate } from '../exams/board-candidates.js';
import { type ExamFacts, examColumns, examTables, type VisibleExam } from '../exams/exam-facts.js';
import { ExamsQueries, type RoomRow } from '../exams/exams.queries.js';
import { quizOf } from '../exams/find-parts.js';
import { presentExam, presentRoom } from '../exams/present-exam.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { isOver, visibleRooms } from './access.js';
import { type CountsByRoom, countRooms, sumCounts } from './room-counts.js';

const findInvigilated: Statement = {
  name: 'invigilation.exams',
  text: `SELECT ${examColumns} FROM ${examTables}
    WHERE x.id IN (SELECT r.exam_id FROM exam_room r WHERE r.invigilator_id = $1) AND x.starts_at >= $2
    ORDER BY x.closes_at < $3, x.starts_at, x.id LIMIT 200`,
};

/** What one person may do on the board at this moment. */
function abilitiesOf(exam: ExamFacts, now: Date): Board['abilities'] {
  const hasOpened = now >= exam.checkInOpensAt;
  const hasStarted = now >= exam.startsAt;
  const isReleased = exam.releasedAt !== null;
  const over = isOver(exam, now);
  return {
    pause: hasStarted && !over,
    credit: hasStarted && !isReleased,
    restart: hasOpened && !over,
    extend: !isReleased,
    note: true,
    close: hasStarted && !isReleased,
    undoCheckIn: hasOpened && !over,
    checkIn: hasOpened && now < exam.closesAt && !isReleased,
    move: !over,
  };
}

/** A room with its counts. */
export function presentBoardRoom(room: RoomRow, counts: RoomCounts | undefined): BoardRoom {
  return { room: presentRoom(room), counts: counts ?? countRoom([]) };
}

/** The counts of everything that is seen: with everything those without a room too. */
export function totalsOf(counts: CountsByRoom, roomIds: readonly string[] | null): RoomCounts {
  if (roomIds === null) return sumCounts(counts.values());
  return sumCounts(roomIds.flatMap((id) => counts.get(id) ?? []));
}

@Injectable()
export class BoardQueries {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamsQueries,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** The board as the actor sees it; with a room the people of it too. */
  async board({ exam, access }: VisibleExam, roomId: string | undefined): Promise<Board> {
    const now = this.clock.now();
    const roomIds = visibleRooms(access);
    const version = await this.versions.get(exam.versionId);
    const [rooms, counts, people] = await Promise.all([
      this.exams.rooms([exam.id]),
      countRooms(this.database, { examId: exam.id, roomIds, now }),
      roomId === undefined ? [] : boardOfRoom(this.database, exam.id, roomId),
    ]);
    const seen = rooms.filter((room) => roomIds === null || roomIds.includes(room.id));
    const facts = { questionCount: await this.questionCount(exam), now };
    return {
      exam: presentExam(exam, version, now),
      serverTime: now.toISOString(),
      totals: totalsOf(counts, roomIds),
      rooms: seen.map((room) => presentBoardRoom(room, counts.get(room.id))),
      candidates: people.map((row) => presentCandidate(row, facts)),
      abilities: abilitiesOf(exam, now),
    };
  }

  /** One line of the board, as it stands after something was done to it. */
  async candidate(exam: ExamFacts, candidateId: string): Promise<BoardCandidate> {
    const [row] = await boardOfCandidates(this.database, exam.id, [candidateId]);
    if (!row) throw new Error(`no candidate ${candidateId}`);
    const questionCount = await this.questionCount(exam);
    return presentCandidate(row, { questionCount, now: this.clock.now() });
  }

  /** Rooms of an invigilator in exams that start after this time, those to come first. */
  async invigilated(personId: string, since: Date) {
    const now = this.clock.now();
    const found = await this.database.rows<ExamFacts>(findInvigilated, [personId, since, now]);
    const [versions, rooms] = await Promise.all([
      this.versions.getMany(found.map((exam) => exam.versionId)),
      this.exams.rooms(found.map((exam) => exam.id)),
    ]);
    const own = rooms.filter((room) => room.invigilatorId === personId);
    return found.flatMap((exam) => {
      const version = versions.get(exam.versionId);
      if (!version) return [];
      const row = presentExam(exam, version, now);
      return own
        .filter((room) => room.examId === exam.id)
        .map((room) => ({ exam: row, room: presentRoom(room) }));
    });
  }

  /** How many questions a paper of this exam has. */
  async questionCount(exam: ExamFacts): Promise<number> {
    const version = await this.versions.get(exam.versionId);
    return paperSize(exam.rule, quizOf(version, exam.lessonId).questions);
  }
}
