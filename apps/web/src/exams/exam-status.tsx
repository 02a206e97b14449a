// Where an exam stands and when it is, in words.
import type { ExamRow, ExamStatus } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatDate, formatTime } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import { Tag, type TagTone } from '../ui/tag.js';

/** The colour of each status, on every page the same. */
export const statusTones: Record<ExamStatus, TagTone> = {
  planned: 'nghe',
  ready: 'la',
  'check-in': 'cham',
  running: 'cham',
  over: 'plain',
  released: 'la',
};

/** The label. */
export function StatusTag({ status }: Pick<ExamRow, 'status'>) {
  const { t } = useTranslation('exams');
  return <Tag tone={statusTones[status]}>{t(`status.${status}`)}</Tag>;
}

/** `08:00 ngày 28/11/2026`. */
export function dateTimeWords(moment: string | Date): string {
  return words('exams')('when', { time: formatTime(moment), date: formatDate(moment) });
}

/** The end of a span: only its time when it is on the same day as `start`. */
export function untilWords(start: string | Date, end: string | Date): string {
  return formatDate(start) === formatDate(end) ? formatTime(end) : dateTimeWords(end);
}
