// Which attempts are counted: the first of each person or all, of everything or of one exam. The choice stands in the address.
import { useTranslation } from 'react-i18next';
import { ChipSelect } from '../ui/chip.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import { countedName, withPart } from './desk-search.js';
import styles from './desk.module.css';
import type { DeskData } from './read-desk.js';

/** The choices; the exam only where there is one. */
export function StatisticsFilters({ data: { search, statistics, exams } }: { data: DeskData }) {
  const { t } = useTranslation('marking');
  const [address, setAddress] = useAskedSearch();
  const { counted, examId } = search;
  const known = exams.some(({ id }) => id === examId);
  const choices =
    examId && !known ? [{ id: examId, name: statistics.examName ?? t('filter.thisExam') }, ...exams] : exams;
  const set = (part: 'counted' | 'exam', value: string) =>
    setAddress(withPart(address, part, value), { preventScrollReset: true });
  return (
    <div role="group" aria-label={t('filter.label')} className={styles['filters']}>
      <ChipSelect
        label={t('filter.counted')}
        value={countedName(counted)}
        onChange={(value) => set('counted', value)}
      >
        <option value="">{t('filter.first')}</option>
        <option value={countedName('all')}>{t('filter.all')}</option>
      </ChipSelect>
      {choices.length > 0 && (
        <ChipSelect label={t('filter.exam')} value={examId} onChange={(value) => set('exam', value)}>
          <option value="">{t('filter.everywhere')}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ChipSelect>
      )}
    </div>
  );
}
