// Where a cohort stands in its window of time, in words.
import type { CohortRow } from '@onetouch/contract';
import { formatDate } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import type { TagTone } from '../ui/tag.js';
import { daysBetween } from './typed-date.js';

type Window = Pick<CohortRow, 'opensAt' | 'closesAt'>;

/** `14/09/2026 đến 31/12/2026`. */
export function windowWords({ opensAt, closesAt }: Window): string {
  return words('cohorts')('window', { from: formatDate(opensAt), to: formatDate(closesAt) });
}

/** Coming, running with the days that are left, or over; `now` comes from the answer or its time. */
export function phaseOf({ opensAt, closesAt }: Window, now: Date): { text: string; tone: TagTone } {
  const t = words('cohorts');
  const closes = new Date(closesAt);
  if (now > closes) return { text: t('phase.over'), tone: 'plain' };
  if (now < new Date(opensAt))
    return { text: t('phase.coming', { date: formatDate(opensAt) }), tone: 'nghe' };
  const count = daysBetween(now, closes);
  return { text: count === 0 ? t('phase.lastDay') : t('phase.running', { count }), tone: 'cham' };
}
