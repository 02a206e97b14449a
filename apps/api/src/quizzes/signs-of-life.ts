// When a device was heard of last: kept in memory and written every few seconds, because seconds of it may be lost and a write for
// each would cost more than the answers themselves.
import type { AttemptState } from '@onetouch/contract';
import { offlineAfterSeconds } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Batches } from '../platform/database/batches.js';
import { Database, type Statement } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { Rounds } from '../platform/rounds.js';
import { type AttemptClock, clockColumns, presentState } from './attempt-state.js';
import { KnownAttempts } from './known-attempts.js';

interface Sign {
  at: Date;
  /** Null for a saved answer: it does not say how many wait. */
  waiting: number | null;
}

export interface Beat {
  attemptId: string;
  device: string;
  waiting: number;
  takesOver: boolean;
}

/** The round that writes them. */
export const signsRound = 'quizzes.write-signs';

// The last silence stays beside the last sign: answers that come late are judged by it.
const isAfterSilence = `EXCLUDED.last_seen_at > kept.last_seen_at + ${offlineAfterSeconds} * interval '1 second'`;
const write: Statement = {
  name: 'quizzes.write-signs',
  text: `INSERT INTO attempt_sign AS kept (attempt_id, last_seen_at, waiting)
    SELECT s.id, s.at, coalesce(s.waiting, 0) FROM unnest($1::uuid[], $2::timestamptz[], $3::integer[]) AS s(id, at, waiting)
      JOIN attempt a ON a.id = s.id ORDER BY s.id
    ON CONFLICT (attempt_id) DO UPDATE SET last_seen_at = EXCLUDED.last_seen_at,
      silent_from = CASE WHEN ${isAfterSilence} THEN kept.last_seen_at ELSE kept.silent_from END,
      silent_until = CASE WHEN ${isAfterSilence} THEN EXCLUDED.last_seen_at ELSE kept.silent_until END,
      waiting = CASE WHEN EXCLUDED.attempt_id = ANY($4::uuid[]) THEN EXCLUDED.waiting ELSE kept.waiting END
      WHERE kept.last_seen_at < EXCLUDED.last_seen_at`,
};
const readClocks: Statement = {
  name: 'quizzes.read-clocks',
  text: `SELECT a.id, ${clockColumns('a')} FROM attempt a WHERE a.id = ANY($1::uuid[])`,
};
const takeOver: Statement = {
  name: 'quizzes.take-over',
  text: `UPDATE attempt a SET device = $2 WHERE a.id = $1 RETURNING ${clockColumns('a')}`,
};

@Injectable()
export class SignsOfLife {
  private signs = new Map<string, Sign>();
  private readonly clocks = new Batches<string, AttemptClock | undefined>((ids) => this.readClocks(ids));

  constructor(
    private readonly database: Database,
    private readonly known: KnownAttempts,
    private readonly clock: Clock,
    rounds: Rounds,
  ) {
    rounds.every(signsRound, 5_000, () => this.write());
  }

  /** Notes that a device was heard of, without a word about what waits on it. */
  seen(attemptId: string, at: Date, waiting?: number): void {
    this.signs.set(attemptId, { at, waiting: waiting ?? this.signs.get(attemptId)?.waiting ?? null });
  }

  /** A beat: notes it, makes this device the one that goes on when it says so, and answers the clock. */
  async beat(beat: Beat, personId: string): Promise<AttemptState> {
    const known = await this.known.get(beat.attemptId);
    if (known?.personId !== personId) throw new Problem('attempt.not-found');
    const now = this.clock.now();
    this.seen(beat.attemptId, now, beat.waiting);
    const clock = beat.takesOver
      ? await this.database.row<AttemptClock>(takeOver, [beat.attemptId, beat.device])
      : await this.clocks.add(beat.attemptId);
    if (!clock) throw new Problem('attempt.not-found');
    return presentState(clock, this.clock.now());
  }

  private async write(): Promise<void> {
    const signs = this.signs;
    if (signs.size === 0) return;
    this.signs = new Map();
    const entries = [...signs];
    try {
      await this.database.rows(write, [
        entries.map(([id]) => id),
        entries.map(([, sign]) => sign.at),
        entries.map(([, sign]) => sign.waiting),
        entries.flatMap(([id, sign]) => (sign.waiting === null ? [] : [id])),
      ]);
    } catch (error) {
      // Those that came meanwhile are newer.
      this.signs = new Map([...signs, ...this.signs]);
      throw error;
    }
  }

  private async readClocks(ids: readonly string[]): Promise<(AttemptClock | undefined)[]> {
    const rows = await this.database.rows<AttemptClock & { id: string }>(readClocks, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }
}
