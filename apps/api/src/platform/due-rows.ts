// Goes through rows that are due, the oldest first. What fails is passed by and rests, longer each time, so that it holds nothing up that
// stands behind it and does not fill the log. Knows no table.
import type { Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';
import { cursorTimeOf } from './database/keyset.js';
import { inLanes } from './lanes.js';
import { tryOne } from './try-one.js';

/** Rows in one page. */
export const dueAtOnce = 200;
const longestRestSeconds = 60;
/** Beyond them the one that failed longest ago is tried again without a rest. */
const rememberedSetbacks = 10_000;

export interface DueRow {
  id: string;
  /** Its place in the order, to the microsecond. */
  dueAt: string;
}

/** The values behind a row: for `$2` and `$3` of `dueBy`. */
export type DueAfter = readonly [dueAt: string, id: string];
const beforeAll: DueAfter = ['-infinity', '00000000-0000-0000-0000-000000000000'];

interface Setback {
  times: number;
  restsUntil: number;
}

interface DueWork<R> {
  logger: Pick<Logger, 'error'>;
  clock: Clock;
  /** Rows that are worked at at the same time. */
  lanes: number;
  /** The next page behind a row, by a statement with `dueAtOf` and `dueBy`. */
  find(after: DueAfter): Promise<R[]>;
  work(row: R): Promise<unknown>;
  /** What could not be done when the work of a row fails. */
  trouble(row: R): string;
}

/** SQL that writes the place of a row in the order by that column. */
export function dueAtOf(column: string): string {
  return `${cursorTimeOf(column)} AS "dueAt"`;
}

/** SQL for the next page of what is due at `$1` by that column. */
export function dueBy(column: string): string {
  return `${column} <= $1 AND (${column}, id) > ($2::timestamptz, $3::uuid) ORDER BY ${column}, id LIMIT ${dueAtOnce}`;
}

export class DueRows<R extends DueRow> {
  private readonly setbacks = new LRUCache<string, Setback>({ max: rememberedSetbacks });

  constructor(private readonly due: DueWork<R>) {}

  /** Does the work once for each row that is due and does not rest. */
  async goThrough(): Promise<void> {
    for (let after = beforeAll; ;) {
      const page = await this.due.find(after);
      const awake = page.filter((row) => !this.rests(row));
      await inLanes(awake, this.due.lanes, (row) => this.doOne(row));
      const last = page.at(-1);
      if (!last || page.length < dueAtOnce) return;
      after = [last.dueAt, last.id];
    }
  }

  private rests({ id }: R): boolean {
    return (this.setbacks.get(id)?.restsUntil ?? 0) > this.due.clock.now().getTime();
  }

  private async doOne(row: R): Promise<void> {
    const { logger, trouble, work } = this.due;
    if (await tryOne(logger, trouble(row), () => work(row))) this.setbacks.delete(row.id);
    else this.letRest(row.id);
  }

  /** After the first time not at all, because most of what fails once was in the way only for a moment. */
  private letRest(id: string): void {
    const times = (this.setbacks.get(id)?.times ?? 0) + 1;
    const seconds = Math.min(2 ** (times - 1) - 1, longestRestSeconds);
    this.setbacks.set(id, { times, restsUntil: this.due.clock.now().getTime() + seconds * 1_000 });
  }
}
