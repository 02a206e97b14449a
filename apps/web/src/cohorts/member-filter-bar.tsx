// Words, status, commune and organisation; the numbers beside them come from the figures of the cohort.
import type { CohortDetail } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { ChipSelect } from '../ui/chip.js';
import { SearchWords } from '../ui/search-words.js';
import { withParts } from '../ui/search-parts.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import { partsOf, statuses } from './funnel.js';
import { isFiltered, type MemberFilters, names } from './member-filters.js';
import styles from './members-view.module.css';

interface BarProps {
  cohort: CohortDetail;
  filters: MemberFilters;
}

/** Everything stands in the address, so that a filtered list can be sent to a colleague. */
export function MemberFilterBar({ cohort, filters }: BarProps) {
  const { t } = useTranslation('cohorts');
  const [search, setSearch] = useAskedSearch();
  const [typed, setTyped] = useState(filters.q);
  const isNarrow = useIsNarrow();
  const change = (name: string, value: string) =>
    setSearch(withParts(search, { [names.q]: typed.trim(), [name]: value }), { preventScrollReset: true });
  const clear = () => {
    const none = { [names.q]: '', [names.status]: '', [names.commune]: '', [names.organisation]: '' };
    setTyped('');
    setSearch(withParts(search, none), { preventScrollReset: true });
  };
  return (
    <form
      role="search"
      className={styles['filters']}
      onSubmit={(event) => {
        event.preventDefault();
        change(names.q, typed.trim());
      }}
    >
      <SearchWords
        label={t('members.search')}
        value={typed}
        onChange={setTyped}
        action={t('members.searchAction')}
      />
      <StatusChip cohort={cohort} filters={filters} onChange={(value) => change(names.status, value)} />
      <PartChips cohort={cohort} filters={filters} onChange={change} />
      {isNarrow && <SortChip filters={filters} onChange={(value) => change(names.sort, value)} />}
      {isFiltered(filters) && (
        <Button look="text" onClick={clear}>
          {t('members.clear')}
        </Button>
      )}
    </form>
  );
}

function StatusChip({ cohort, filters, onChange }: BarProps & { onChange: (value: string) => void }) {
  const { t } = useTranslation('cohorts');
  const parts = partsOf(cohort.funnel);
  return (
    <ChipSelect label={t('members.statusFilter')} value={filters.status ?? ''} onChange={onChange}>
      <option value="">{t('members.status')}</option>
      {statuses.map((status) => {
        const name = status === 'completed' ? t('statusWithout') : t(`status.${status}`);
        return (
          <option key={status} value={status}>
            {t('members.option', { name, number: formatNumber(parts[status]) })}
          </option>
        );
      })}
    </ChipSelect>
  );
}

interface PartChipsProps extends BarProps {
  onChange: (name: string, value: string) => void;
}

function PartChips({ cohort, filters, onChange }: PartChipsProps) {
  const { t } = useTranslation('cohorts');
  const communes = cohort.byCommune.flatMap(({ ref, funnel }) =>
    ref ? [{ value: ref.id, name: ref.fullName, funnel }] : [],
  );
  const organisations = cohort.byOrganisation.flatMap(({ name, funnel }) =>
    name ? [{ value: name, name, funnel }] : [],
  );
  const optionsOf = (parts: typeof communes) =>
    parts.map(({ value, name, funnel }) => (
      <option key={value} value={value}>
        {t('members.option', { name, number: formatNumber(funnel.enrolled) })}
      </option>
    ));
  return (
    <>
      <ChipSelect
        label={t('members.communeFilter')}
        value={filters.placeId}
        onChange={(value) => onChange(names.commune, value)}
      >
        <option value="">{t('members.commune')}</option>
        {optionsOf(communes)}
      </ChipSelect>
      <ChipSelect
        label={t('members.organisationFilter')}
        value={filters.organisationName}
        onChange={(value) => onChange(names.organisation, value)}
      >
        <option value="">{t('members.organisation')}</option>
        {optionsOf(organisations)}
      </ChipSelect>
    </>
  );
}

const orders = [
  'name-asc',
  'name-desc',
  'progress-desc',
  'progress-asc',
  'last-activity-desc',
  'last-activity-asc',
] as const;

/** Phones have no heads of columns to press. The first order is that of an address without any. */
function SortChip({ filters, onChange }: Pick<BarProps, 'filters'> & { onChange: (value: string) => void }) {
  const current = `${filters.sort}-${filters.order}`;
  const { t } = useTranslation('cohorts');
  return (
    <ChipSelect label={t('members.sort')} value={current === orders[0] ? '' : current} onChange={onChange}>
      {orders.map((order) => (
        <option key={order} value={order === orders[0] ? '' : order}>
          {t(`members.sorts.${order}`)}
        </option>
      ))}
    </ChipSelect>
  );
}
