// A time of day as people type it, 08:00 or 8h30, and moments made of a day and a time in Viet Nam. Knows no form and no clock.
import { type Day, type DayFault, isDay, parseDay, startOf } from '../cohorts/typed-date.js';

const shape = /^(\d{1,2})(?:\s*(?::|\.|h|g|giờ)\s*(\d{1,2})?)?$/i;
const digits = /^(\d{1,2})(\d{2})$/;

/** Minutes since midnight of `08:00`, `8h30`, `0830` or `8`; null when it is no time. */
export function parseTime(text: string): number | null {
  const typed = text.trim();
  const found = shape.exec(typed) ?? digits.exec(typed);
  if (!found) return null;
  const [hours = 0, minutes = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** The moment of a typed day and time in Viet Nam; null while one of them is none. */
export function momentOf(day: string, time: string): Date | null {
  const parsed: Day | DayFault = parseDay(day);
  const minutes = parseTime(time);
  if (!isDay(parsed) || minutes === null) return null;
  return new Date(Date.parse(startOf(parsed)) + minutes * 60_000);
}

/** A moment some minutes away. */
export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}
