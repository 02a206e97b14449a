// Day and time as people say them: today, tomorrow, or the day of the week with its date. Times are those of Viet Nam.
import { vietnamTimeZone as timeZone } from '@onetouch/domain';
import { formatDate, formatTime } from '../platform/format.js';
import { currentLocale, words } from '../platform/i18n.js';
import { serverNow } from '../platform/server-clock.js';

const dayMs = 24 * 60 * 60_000;
const tags = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `Hôm nay`, `Ngày mai`, or `Thứ Bảy 21/11/2026`. */
export function dayWords(moment: string, now = serverNow()): string {
  const t = words('sittings');
  const date = formatDate(moment);
  if (date === formatDate(new Date(now))) return t('when.today');
  if (date === formatDate(new Date(now + dayMs))) return t('when.tomorrow');
  const weekday = new Intl.DateTimeFormat(tags[currentLocale()], { weekday: 'long', timeZone });
  return `${weekday.format(new Date(moment))} ${date}`;
}

/** `Hôm nay, 08:00`. */
export function whenWords(moment: string, now = serverNow()): string {
  return words('sittings')('when.at', { day: dayWords(moment, now), time: formatTime(moment) });
}
