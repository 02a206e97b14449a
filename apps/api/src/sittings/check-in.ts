// Check-in by a room's code: for candidates of that room, and for those without a room while it has seats. Wrong codes are counted.
import type { Sitting } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { checkIn, lockCandidate } from '../exams/candidate-state.js';
import { ExamPapers } from '../exams/exam-papers.js';
import { readRoomCode } from '../exams/room-code.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';
import { Problem } from '../platform/http/problem.js';
import { addressKey, Throttle } from '../platform/throttle.js';
import { SittingsQueries } from './sittings.queries.js';

// The room was removed between the look and the check-in, and its code with it.
constraintMeans('exam_candidate_room_id_fkey', 'check-in.code-unknown');

interface Found {
  roomId: string;
  examId: string;
  versionId: string;
  checkInOpensAt: Date;
  closesAt: Date;
  releasedAt: Date | null;
  candidateId: string | null;
  ownRoomId: string | null;
  checkedInAt: Date | null;
  isPrepared: boolean;
}

const find: Statement = {
  name: 'sittings.find-by-code',
  text: `SELECT r.id AS "roomId", x.id AS "examId", x.version_id AS "versionId", x.check_in_opens_at AS "checkInOpensAt",
      x.closes_at AS "closesAt", x.released_at AS "releasedAt", c.id AS "candidateId", c.room_id AS "ownRoomId",
      c.checked_in_at AS "checkedInAt", c.paper_id IS NOT NULL AS "isPrepared"
    FROM exam_room r JOIN exam x ON x.id = r.exam_id LEFT JOIN exam_candidate c ON c.exam_id = x.id AND c.person_id = $2
    WHERE r.code = $1`,
};

/** A candidate who may come in with this code. */
type Entrant = Found & { candidateId: string };

interface Visitor {
  personId: string;
  address: string;
}

@Injectable()
export class CheckIn {
  constructor(
    private readonly database: Database,
    private readonly queries: SittingsQueries,
    private readonly versions: PublishedVersions,
    private readonly papers: ExamPapers,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** Checks in and answers the sitting with its sealed paper; again, the same. */
  async checkIn(code: string, visitor: Visitor): Promise<Sitting> {
    const entrant = this.admit(await this.find(code, visitor));
    if (entrant.checkedInAt === null || !entrant.isPrepared) await this.write(entrant);
    const sitting = await this.queries.find(entrant.candidateId, visitor.personId);
    if (!sitting) throw new Problem('check-in.not-listed');
    return sitting;
  }

  private async find(code: string, { personId, address }: Visitor): Promise<Found> {
    const place = addressKey(address);
    await this.throttle.refuseIfSpent('check-in.address', place);
    // Before the look, and given back when the code is right: of many tries at once none slips through uncounted.
    await this.throttle.consume('check-in.person', personId);
    const found = await this.database.row<Found>(find, [readRoomCode(code), personId]);
    await (found
      ? this.throttle.giveBack('check-in.person', personId)
      : this.throttle.count('check-in.address', place));
    if (found) return found;
    throw new Problem('check-in.code-unknown');
  }

  /** Who is seated elsewhere is not on this room's list: its invigilator can move the person here. */
  private admit(found: Found): Entrant {
    const { candidateId, ownRoomId, roomId } = found;
    if (candidateId === null || (ownRoomId !== null && ownRoomId !== roomId))
      throw new Problem('check-in.not-listed');
    const now = this.clock.now();
    if (found.checkedInAt !== null) return { ...found, candidateId };
    if (now < found.checkInOpensAt) throw new Problem('check-in.not-open', { retryAt: found.checkInOpensAt });
    if (now >= found.closesAt || found.releasedAt) throw new Problem('exam.over');
    return { ...found, candidateId };
  }

  private async write(entrant: Entrant): Promise<void> {
    const { examId, candidateId, roomId } = entrant;
    // Before the transaction, so that nobody who holds a connection waits for another one.
    const version = await this.versions.get(entrant.versionId);
    const now = this.clock.now();
    await this.database.transaction(async (transaction) => {
      const known = { id: candidateId, examId, roomId: entrant.ownRoomId };
      await checkIn(transaction, known, { roomId, by: null, now });
      if (entrant.isPrepared) return;
      // Somebody who was added after the papers were drawn, unless the round has come by meanwhile.
      const candidate = await lockCandidate(transaction, examId, candidateId);
      if (candidate.paperId === null) await this.papers.give(transaction, candidate, version);
    });
  }
}
