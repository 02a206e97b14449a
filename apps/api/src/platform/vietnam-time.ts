// Calendar days as people in Viet Nam write them. Knows no clock; times are handed in.
import { vietnamTimeZone } from '@onetouch/domain';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: vietnamTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Year, month and day in Viet Nam at that time, as numbers. */
export function vietnamDay(time: Date): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = parts.format(time).split('-').map(Number);
  return { year, month, day };
}

/** `21/11/2026`. */
export function vietnamDate(time: Date): string {
  const { year, month, day } = vietnamDay(time);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
