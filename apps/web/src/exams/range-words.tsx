// Which rows of how many a page of a list shows.
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { useRowsBefore } from '../ui/pager.js';
import { rowsPerPage } from './views.js';

/** `51 đến 100 trong 3.600 người`. */
export function RangeWords({ count, total }: { count: number; total: number }) {
  const { t } = useTranslation('exams');
  const before = useRowsBefore(rowsPerPage);
  const number = formatNumber(total);
  if (count === total || before === null) return t('people', { count: total, number });
  return t('range', { from: formatNumber(before + 1), to: formatNumber(before + count), total: number });
}
