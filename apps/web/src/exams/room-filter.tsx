// One room out of the list of an exam, as a filter.
import type { ExamDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { ChipSelect } from '../ui/chip.js';
import { noRoom } from './views.js';

interface RoomFilterProps {
  exam: ExamDetail;
  value: string;
  onChange: (value: string) => void;
  /** Who has no room can be asked for too. */
  hasNone?: boolean;
}

/** The choice. */
export function RoomFilter({ exam, value, onChange, hasNone = false }: RoomFilterProps) {
  const { t } = useTranslation('exams');
  return (
    <ChipSelect label={t('filter.room')} value={value} onChange={onChange}>
      <option value="">{t('filter.allRooms')}</option>
      {hasNone && (
        <option value={noRoom}>
          {t('filter.option', { name: t('candidate.noRoom'), number: formatNumber(exam.unassigned) })}
        </option>
      )}
      {exam.rooms.map(({ id, name, assigned }) => (
        <option key={id} value={id}>
          {t('filter.option', { name, number: formatNumber(assigned) })}
        </option>
      ))}
    </ChipSelect>
  );
}
