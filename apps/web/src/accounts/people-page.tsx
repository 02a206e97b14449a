// People of the own scope and their roles. What may be done here is told by the session's abilities.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import type { Grantable, PersonRow } from '@onetouch/contract';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { useMe } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { StaffPage } from '../ui/staff-page.js';
import { cursorName, Pager, useRowsBefore } from '../ui/pager.js';
import { GrantDialog } from './grant-dialog.js';
import { PeopleFilters } from './people-filters.js';
import { PeopleList } from './people-list.js';
import styles from './people-page.module.css';
import { names, peoplePerPage, type PeopleData, readPeople } from './read-people.js';
import { RoleWords } from './role-words.js';
import { RevokedBar, useRevoking } from './revoking.js';

/** The people that the address asks for. */
export const loader = readPeople;

/** The page. */
export function Component() {
  const { t } = useTranslation('accounts');
  const { people, filters } = useLoaderData<PeopleData>();
  const { revalidate } = useRevalidator();
  const me = useMe();
  const [granting, setGranting] = useState<{ person: PersonRow; grantable: Grantable } | null>(null);
  const [granted, setGranted] = useState('');
  const refresh = useCallback(() => void revalidate(), [revalidate]);
  const revoking = useRevoking(refresh);
  const mayRevoke = me?.abilities.administer ?? false;
  const grantable = isProblem(people) || people.grantable.roles.length === 0 ? null : people.grantable;
  return (
    <StaffPage>
      <PageHead title={t('people.title')} intro={t('people.intro')} />
      <RoleWords />
      <PeopleFilters key={filters.q} filters={filters} />
      <p role="status" className={styles['status']}>
        {granted}
      </p>
      {isProblem(people) ? (
        <ErrorNotice title={t('people.failed')} error={people} onRetry={refresh} />
      ) : people.items.length === 0 ? (
        <NobodyFound />
      ) : (
        <>
          <PeopleList
            people={people.items}
            onGrant={grantable && ((person) => setGranting({ person, grantable }))}
            onRevoke={mayRevoke ? revoking.revoke : null}
            refused={revoking.refused}
          />
          <Pager next={people.next}>
            <PageWords count={people.items.length} isOnly={people.next === null} />
          </Pager>
        </>
      )}
      {granting && (
        <GrantDialog
          key={granting.person.id}
          {...granting}
          onClose={() => setGranting(null)}
          onGranted={(role) => {
            setGranted(t('people.granted', { role: t(`role.${role}`), name: granting.person.fullName }));
            setGranting(null);
            refresh();
          }}
        />
      )}
      <RevokedBar revoking={revoking} />
    </StaffPage>
  );
}

function PageWords({ count, isOnly }: { count: number; isOnly: boolean }) {
  const { t } = useTranslation('accounts');
  const before = useRowsBefore(peoplePerPage);
  if (before === null || (isOnly && before === 0))
    return t('people.count', { count, number: formatNumber(count) });
  return t('people.range', { from: formatNumber(before + 1), to: formatNumber(before + count) });
}

function NobodyFound() {
  const { t } = useTranslation('accounts');
  const [search, setSearch] = useSearchParams();
  const isFiltered = [names.q, names.role, cursorName].some((name) => search.has(name));
  return (
    <EmptyNotice
      title={t('people.empty')}
      action={
        isFiltered && (
          <Button look="outlined" isWide onClick={() => setSearch({})}>
            {t('people.clear')}
          </Button>
        )
      }
    >
      {t('people.emptyText')}
    </EmptyNotice>
  );
}
