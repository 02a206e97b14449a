// Numbers, sizes and times as people in Viet Nam write them, in both languages; times are those of Viet Nam.
import { vietnamTimeZone as timeZone } from '@onetouch/domain';
import { currentLocale } from './i18n.js';

const tags = { vi: 'vi-VN', en: 'en-GB' } as const;
const numberFormats = new Map<string, Intl.NumberFormat>();

function number(value: number, digits: number): string {
  const tag = tags[currentLocale()];
  const key = `${tag}${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tag, { minimumFractionDigits: 0, maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** `12.480` in Vietnamese, `12,480` in English. */
export function formatNumber(value: number): string {
  return number(value, 0);
}

/** A share from 0 to 100 as `54%`. */
export function formatPercent(value: number): string {
  return `${number(value, 0)}%`;
}

/** `2,1 MB`, `412 KB`, `0,6 KB`; a megabyte is a million bytes, as phone companies count. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1_000;
  if (kilobytes >= 999.5) return `${number(kilobytes / 1_000, kilobytes < 99_950 ? 1 : 0)} MB`;
  return `${number(Math.max(kilobytes, bytes > 0 ? 0.1 : 0), kilobytes < 9.95 ? 1 : 0)} KB`;
}

/** `45 phút`, `1 giờ`, `1 giờ 10`; in English `45 min`, `1 h 10 min`. */
export function formatMinutes(minutes: number): string {
  const isVietnamese = currentLocale() === 'vi';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return isVietnamese ? `${rest} phút` : `${rest} min`;
  if (rest === 0) return isVietnamese ? `${hours} giờ` : `${hours} h`;
  return isVietnamese ? `${hours} giờ ${String(rest).padStart(2, '0')}` : `${hours} h ${rest} min`;
}

type Moment = string | Date;
const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const clockSeconds = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `21/11/2026`. */
export function formatDate(moment: Moment): string {
  return day.format(new Date(moment));
}

/** `09:41`. */
export function formatTime(moment: Moment): string {
  return clock.format(new Date(moment));
}

/** `09:41:12`, for receipts. */
export function formatTimeExact(moment: Moment): string {
  return clockSeconds.format(new Date(moment));
}

/** `09:41` for today, `09:41, 21/11/2026` for any other day. */
export function formatWhen(moment: Moment, now: Date = new Date()): string {
  const date = formatDate(moment);
  return date === formatDate(now) ? formatTime(moment) : `${formatTime(moment)}, ${date}`;
}

/** `0912 345 679` for `+84912345679`, as people write their own number; other countries' numbers stay as they are. */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');
}
