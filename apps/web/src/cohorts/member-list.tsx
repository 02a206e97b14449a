// Members: a table with sortable heads from 768 px, a list on phones.
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconArrowsSort from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs';
import type { CohortMember } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatDate, formatPercent } from '../platform/format.js';
import { classNames } from '../ui/class-names.js';
import { dotted } from '../ui/dotted.js';
import { RowList } from '../ui/row-list.js';
import { Small } from '../ui/row-name.js';
import { withParts } from '../ui/search-parts.js';
import table from '../ui/table.module.css';
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
export function MemberList({ members, filters, onRemove }: MemberListProps) {
  const { t } = useTranslation('cohorts');
  const sortable = (sort: Sort) => ({
    head: <SortLink sort={sort} filters={filters} />,
    sorted: filters.sort === sort ? ariaOrders[filters.order] : undefined,
  });
  return (
    <RowList
      rows={members}
      keyOf={({ personId }) => personId}
      columns={[
        { ...sortable('name'), cell: (member) => <MemberName member={member} /> },
        { head: t('members.column.place'), cell: (member) => <MemberUnit member={member} /> },
        {
          ...sortable('progress'),
          className: styles['progress'],
          cell: (member) => <MemberProgress member={member} isWithSteps />,
        },
        {
          ...sortable('last-activity'),
          className: styles['noWrap'],
          cell: ({ lastActivityAt }) => (lastActivityAt ? formatDate(lastActivityAt) : t('members.never')),
        },
        { head: t('members.column.status'), cell: (member) => <MemberState member={member} /> },
        onRemove && {
          head: t('members.column.action'),
          className: styles['noWrap'],
          cell: (member) => <RemoveButton member={member} onRemove={onRemove} />,
        },
      ]}
      card={(member) => <Card member={member} onRemove={onRemove} />}
    />
  );
}

const ariaOrders = { asc: 'ascending', desc: 'descending' } as const;

/** A press sorts by this column; another press turns the order. */
function SortLink({ sort, filters }: { sort: Sort; filters: MemberFilters }) {
  const { t } = useTranslation('cohorts');
  const [search] = useSearchParams();
  const isSorted = filters.sort === sort;
  const Icon = !isSorted ? IconArrowsSort : filters.order === 'asc' ? IconArrowUp : IconArrowDown;
  const order = isSorted && filters.order === 'asc' ? 'desc' : 'asc';
  const next = withParts(search, { [names.sort]: `${sort}-${order}` });
  return (
    <Link
      to={{ search: `?${next}` }}
      preventScrollReset
      className={classNames(table['sort'], isSorted && table['sorted'])}
    >
      {t(`members.column.${sort}`)}
      <Icon size={16} aria-hidden="true" />
    </Link>
  );
}

interface CardProps extends Pick<MemberListProps, 'onRemove'> {
  member: CohortMember;
}

function Card({ member, onRemove }: CardProps) {
  const { t } = useTranslation('cohorts');
  const { lastActivityAt, place, percent } = member;
  const last = lastActivityAt
    ? t('members.lastAt', { date: formatDate(lastActivityAt) })
    : t('members.never');
  return (
    <>
      <div className={styles['first']}>
        <span>
          <MemberName member={member} />
        </span>
        <strong>{formatPercent(percent)}</strong>
      </div>
      <Small>{dotted(place?.fullName, last)}</Small>
      <MemberProgress member={member} />
      <div className={styles['last']}>
        <MemberState member={member} />
        {onRemove && <RemoveButton member={member} onRemove={onRemove} />}
      </div>
    </>
  );
}
