// Cohorts of the own scope with how far their people are, and the way to open another.
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { ScopeChoice } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useNavigate, useRevalidator, useSearchParams } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { Button } from '../ui/button.js';
import { EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { StaffPage } from '../ui/staff-page.js';
import { Pager, useRowsBefore } from '../ui/pager.js';
import { SearchLine } from '../ui/search-line.js';
import { CohortList } from './cohort-list.js';
import { CreateCohort } from './create-cohort.js';
import { type CohortsData, cohortsPerPage, readCohorts } from './read-cohorts.js';

/** The cohorts that the address asks for. */
export const loader = readCohorts;

/** The page. */
export function Component() {
  const { t } = useTranslation('cohorts');
  const { q, at, found } = useLoaderData<CohortsData>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const scope = useScope(found);
  const [isOpening, setIsOpening] = useState(false);
  const items = isProblem(found) ? [] : found.items;
  const isBare = !isProblem(found) && items.length === 0 && q === '';
  const open = scope && (
    <Button icon={<IconPlus size={20} aria-hidden="true" />} onClick={() => setIsOpening(true)}>
      {t('open')}
    </Button>
  );
  return (
    <StaffPage>
      <PageHead title={t('list.title')} intro={t('list.intro')} action={!isBare && open} />
      {!isBare && (
        <SearchLine
          key={q}
          label={t('list.search')}
          action={t('list.searchAction')}
          words={q}
          onSearch={(words) => setSearch(words ? { q: words } : {})}
        />
      )}
      {isProblem(found) && (
        <ErrorNotice title={t('list.failed')} error={found} onRetry={() => void revalidate()} />
      )}
      {isBare && (
        <EmptyNotice title={t('list.empty')} action={open}>
          {t('list.emptyText')}
        </EmptyNotice>
      )}
      {!isProblem(found) && items.length === 0 && q !== '' && <NoneFound />}
      {!isProblem(found) && items.length > 0 && (
        <>
          <CohortList cohorts={items} at={at} />
          <Pager next={found.next}>
            <PageWords count={items.length} isOnly={found.next === null} />
          </Pager>
        </>
      )}
      {scope && (
        <CreateCohort
          scope={scope}
          isOpen={isOpening}
          onClose={() => setIsOpening(false)}
          onCreated={(cohort) => void navigate(paths.cohort(cohort.id))}
        />
      )}
    </StaffPage>
  );
}

/** Where the reader may open a cohort; null for nowhere. It outlives a list that does not load, and so does a form that is open. */
function useScope(found: CohortsData['found']): ScopeChoice | null {
  const [scope, setScope] = useState<ScopeChoice | null>(null);
  const answered = isProblem(found) ? null : found.scope;
  if (answered && !scope && answered.places.length + answered.organisations.length > 0) setScope(answered);
  return scope;
}

function PageWords({ count, isOnly }: { count: number; isOnly: boolean }) {
  const { t } = useTranslation('cohorts');
  const before = useRowsBefore(cohortsPerPage);
  if (before === null || (isOnly && before === 0))
    return t('list.count', { count, number: formatNumber(count) });
  return t('list.range', { from: formatNumber(before + 1), to: formatNumber(before + count) });
}

function NoneFound() {
  const { t } = useTranslation('cohorts');
  const [, setSearch] = useSearchParams();
  return (
    <EmptyNotice
      title={t('list.none')}
      action={
        <Button look="outlined" isWide onClick={() => setSearch({})}>
          {t('list.clear')}
        </Button>
      }
    >
      {t('list.noneText')}
    </EmptyNotice>
  );
}
