// A day as people type it, 28/02/1984, read as a day in Viet Nam. Knows no form and no clock.
import { vietnamHoursAhead as ahead } from '@onetouch/domain';

export interface Day {
  year: number;
  month: number;
  day: number;
}
/** Why a text is no day. */
export type DayFault =
  | { kind: 'no-date' }
  | { kind: 'no-such-month'; month: number }
  | { kind: 'no-such-day'; month: number; day: number };

const shape = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*$/;
const digits = /^\s*(\d{2})(\d{2})(\d{4})\s*$/;

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day of `21/11/2026`, `21-11-2026`, `21.11.2026` or `21112026`, or what is wrong with it. */
export function parseDay(text: string): Day | DayFault {
  const found = shape.exec(text) ?? digits.exec(text);
  if (!found) return { kind: 'no-date' };
  const [day = 0, month = 0, year = 0] = found.slice(1).map(Number);
  if (year < 2000 || year > 2100) return { kind: 'no-date' };
  if (month < 1 || month > 12) return { kind: 'no-such-month', month };
  if (day < 1 || day > daysIn(year, month)) return { kind: 'no-such-day', month, day };
  return { year, month, day };
}

/** Whether parsing found a day. */
export function isDay(parsed: Day | DayFault): parsed is Day {
  return !('kind' in parsed);
}

/** The first moment of the day in Viet Nam, as the wire takes it. */
export function startOf({ year, month, day }: Day): string {
  return new Date(Date.UTC(year, month - 1, day, -ahead)).toISOString();
}

/** The last millisecond of the day in Viet Nam: the day itself still counts. */
export function endOf({ year, month, day }: Day): string {
  return new Date(Date.UTC(year, month - 1, day + 1, -ahead) - 1).toISOString();
}

const dayNumber = (moment: Date) => Math.floor((moment.getTime() / 3_600_000 + ahead) / 24);

/** Midnights in Viet Nam between two moments: 0 on the same day. */
export function daysBetween(from: Date, to: Date): number {
  return dayNumber(to) - dayNumber(from);
}
