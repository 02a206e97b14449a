// The members with filters, in pages, and as a file that carries the same filters.
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { cohorts } from '@onetouch/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator, useSearchParams } from 'react-router';
import { urlOf } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { Button, ButtonLink } from '../ui/button.js';
import { EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { Pager, useRowsBefore } from '../ui/pager.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { isFiltered, membersPerPage, queryOf } from './member-filters.js';
import { MemberFilterBar } from './member-filter-bar.js';
import { MemberList } from './member-list.js';
import styles from './members-view.module.css';
import type { CohortData, MemberPage } from './read-cohort.js';
import { RemovedBar, useRemoving } from './removing.js';

const listId = 'danh-sach';

/** The section; it stays with its filters when the list does not load. */
export function MembersView({ data }: { data: CohortData }) {
  const { t } = useTranslation('cohorts');
  const { revalidate } = useRevalidator();
  const { cohort, filters, members } = data;
  const onRemoved = useCallback(() => {
    // The row with its button is gone: the focus goes to the list, not to the top of the page.
    document.getElementById(listId)?.focus({ preventScroll: true });
    void revalidate();
  }, [revalidate]);
  const removing = useRemoving(cohort.id, onRemoved);
  return (
    <section aria-labelledby={listId} className={styles['section']}>
      <VisuallyHidden as="h2" id={listId} tabIndex={-1}>
        {t('members.title')}
      </VisuallyHidden>
      <MemberFilterBar key={filters.q} cohort={cohort} filters={filters} />
      {isProblem(members) && (
        <ErrorNotice title={t('members.failed')} error={members} onRetry={() => void revalidate()} />
      )}
      {members && !isProblem(members) && (
        <>
          <CountLine data={data} members={members} />
          {members.items.length === 0 ? (
            <NobodyLeft />
          ) : (
            <MemberList
              members={members.items}
              filters={filters}
              onRemove={cohort.abilities.removeMembers ? removing.remove : null}
            />
          )}
          <Pager next={members.next} listId={listId}>
            <RangeWords members={members} />
          </Pager>
        </>
      )}
      <RemovedBar removing={removing} />
    </section>
  );
}

function CountLine({ data: { cohort, filters }, members }: { data: CohortData; members: MemberPage }) {
  const { t } = useTranslation('cohorts');
  const count = members.total;
  const number = formatNumber(count);
  const params = { cohortId: cohort.id };
  return (
    <div className={styles['count']}>
      <p role="status">{t(isFiltered(filters) ? 'members.filtered' : 'members.total', { count, number })}</p>
      {cohort.abilities.export && count > 0 && (
        <ButtonLink
          look="outlined"
          to={urlOf(cohorts.exportMembers, { params, query: queryOf(filters) })}
          reloadDocument
          download
          icon={<IconDownload size={20} aria-hidden="true" />}
          title={t('one.exportHint', { number })}
        >
          {t('one.export')}
        </ButtonLink>
      )}
    </div>
  );
}

function RangeWords({ members: { items, total } }: { members: MemberPage }) {
  const { t } = useTranslation('cohorts');
  const before = useRowsBefore(membersPerPage);
  if (items.length === total) return null;
  const whole = formatNumber(total);
  if (before === null) return t('members.some', { number: formatNumber(items.length), total: whole });
  const from = formatNumber(before + 1);
  return t('members.range', { from, to: formatNumber(before + items.length), total: whole });
}

function NobodyLeft() {
  const { t } = useTranslation('cohorts');
  const [, setSearch] = useSearchParams();
  return (
    <EmptyNotice
      title={t('members.none')}
      action={
        <Button look="outlined" isWide onClick={() => setSearch({}, { preventScrollReset: true })}>
          {t('members.clear')}
        </Button>
      }
    >
      {t('members.noneText')}
    </EmptyNotice>
  );
}
