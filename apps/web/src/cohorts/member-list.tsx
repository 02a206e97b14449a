// Members: a table with sortable heads from 768 px, a list on phones.
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconArrowsSort from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs';
import type { CohortMember } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatDate, formatPercent } from '../platform/format.js';
import { classNames } from '../ui/class-names.js';
import { withParts } from '../ui/search-parts.js';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { MemberName, MemberProgress, MemberState, MemberUnit, RemoveButton } from './member-cells.js';
import { type MemberFilters, names, type Sort } from './member-filters.js';
import styles from './members-view.module.css';

export interface MemberListProps {
  members: CohortMember[];
  filters: MemberFilters;
  /** Null for who may not. */
  onRemove: ((member: CohortMember) => void) | null;
}

/** The list in the shape for the screen. */
export function MemberList(props: MemberListProps) {
  return useIsNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ members, filters, onRemove }: MemberListProps) {
  const { t } = useTranslation('cohorts');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <SortHead sort="name" filters={filters} />
            <th scope="col">{t('members.column.place')}</th>
            <SortHead sort="progress" filters={filters} />
            <SortHead sort="last-activity" filters={filters} />
            <th scope="col">{t('members.column.status')}</th>
            {onRemove && <th scope="col">{t('members.column.action')}</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.personId}>
              <th scope="row">
                <MemberName member={member} />
              </th>
              <td>
                <MemberUnit member={member} />
              </td>
              <td className={styles['progress']}>
                <MemberProgress member={member} isWithSteps />
              </td>
              <td className={styles['noWrap']}>
                {member.lastActivityAt ? formatDate(member.lastActivityAt) : t('members.never')}
              </td>
              <td>
                <MemberState member={member} />
              </td>
              {onRemove && (
                <td className={styles['noWrap']}>
                  <RemoveButton member={member} onRemove={onRemove} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ariaOrders = { asc: 'ascending', desc: 'descending' } as const;

/** A press sorts by this column; another press turns the order. */
function SortHead({ sort, filters }: { sort: Sort; filters: MemberFilters }) {
  const { t } = useTranslation('cohorts');
  const [search] = useSearchParams();
  const isSorted = filters.sort === sort;
  const Icon = !isSorted ? IconArrowsSort : filters.order === 'asc' ? IconArrowUp : IconArrowDown;
  const order = isSorted && filters.order === 'asc' ? 'desc' : 'asc';
  const next = withParts(search, { [names.sort]: `${sort}-${order}` });
  return (
    <th scope="col" aria-sort={isSorted ? ariaOrders[filters.order] : undefined}>
      <Link
        to={{ search: `?${next}` }}
        preventScrollReset
        className={classNames(table['sort'], isSorted && table['sorted'])}
      >
        {t(`members.column.${sort}`)}
        <Icon size={16} aria-hidden="true" />
      </Link>
    </th>
  );
}

function Cards({ members, onRemove }: MemberListProps) {
  const { t } = useTranslation('cohorts');
  const lastOf = ({ lastActivityAt }: CohortMember) =>
    lastActivityAt ? t('members.lastAt', { date: formatDate(lastActivityAt) }) : t('members.never');
  return (
    <ul className={table['list']}>
      {members.map((member) => (
        <li key={member.personId} className={styles['card']}>
          <div className={styles['first']}>
            <span>
              <MemberName member={member} />
            </span>
            <strong>{formatPercent(member.percent)}</strong>
          </div>
          <span className={styles['small']}>
            {[member.place?.fullName, lastOf(member)].filter(Boolean).join(' · ')}
          </span>
          <MemberProgress member={member} />
          <div className={styles['last']}>
            <MemberState member={member} />
            {onRemove && <RemoveButton member={member} onRemove={onRemove} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
