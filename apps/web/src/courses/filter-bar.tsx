// Filters as chips with the phone's own lists; on small screens they open at a press.
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes, formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { ChipSelect } from '../ui/chip.js';
import { classNames } from '../ui/class-names.js';
import {
  countFilters,
  megabyteLimits,
  minuteLimits,
  names,
  type CatalogueFilters,
} from './catalogue-filters.js';
import { levels, topics } from './course-look.js';
import styles from './filter-bar.module.css';

export interface FilterBarProps {
  filters: CatalogueFilters;
  /** Sets one filter by its name in the address; empty takes it off. */
  onFilter: (name: string, value: string) => void;
  onClear: () => void;
}

/** Topic, duration, weight and level, and a way to take them all off. */
export function FilterBar({ filters, onFilter, onClear }: FilterBarProps) {
  const { t } = useTranslation('courses');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const count = countFilters(filters);
  return (
    <div className={styles['bar']}>
      <button
        type="button"
        className={styles['toggle']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconAdjustmentsHorizontal size={20} aria-hidden="true" />
        {count > 0 ? t('filter.openCount', { number: count }) : t('filter.open')}
      </button>
      <div
        id={id}
        role="group"
        aria-label={t('filter.open')}
        className={classNames(styles['chips'], isOpen && styles['open'])}
      >
        <FilterChips filters={filters} onFilter={onFilter} />
      </div>
      {count > 0 && (
        <Button look="text" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

function FilterChips({ filters, onFilter }: Pick<FilterBarProps, 'filters' | 'onFilter'>) {
  const { t } = useTranslation('courses');
  const set = (name: string) => (value: string) => onFilter(name, value);
  return (
    <>
      <ChipSelect label={t('filter.topic')} value={filters.topic ?? ''} onChange={set(names.topic)}>
        <option value="">{t('filter.topic')}</option>
        {topics.map((topic) => (
          <option key={topic} value={topic}>
            {t(`topic.${topic}`)}
          </option>
        ))}
      </ChipSelect>
      <ChipSelect
        label={t('filter.minutes')}
        value={String(filters.maxMinutes ?? '')}
        onChange={set(names.minutes)}
      >
        <option value="">{t('filter.minutes')}</option>
        {minuteLimits.map((limit) => (
          <option key={limit} value={limit}>
            {t('filter.upTo', { limit: formatMinutes(limit) })}
          </option>
        ))}
      </ChipSelect>
      <ChipSelect
        label={t('filter.weight')}
        value={String(filters.maxMegabytes ?? '')}
        onChange={set(names.megabytes)}
      >
        <option value="">{t('filter.weight')}</option>
        {megabyteLimits.map((limit) => (
          <option key={limit} value={limit}>
            {t('filter.upTo', { limit: `${formatNumber(limit)} MB` })}
          </option>
        ))}
      </ChipSelect>
      <ChipSelect label={t('filter.level')} value={filters.level ?? ''} onChange={set(names.level)}>
        <option value="">{t('filter.level')}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {t(`level.${level}`)}
          </option>
        ))}
      </ChipSelect>
    </>
  );
}
