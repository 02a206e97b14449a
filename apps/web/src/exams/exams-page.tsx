// Exams of the own scope with where they stand, and the way to plan another.
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { Button, ButtonLink } from '../ui/button.js';
import { EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { StaffPage } from '../ui/staff-page.js';
import { Pager, useRowsBefore } from '../ui/pager.js';
import { SearchLine } from '../ui/search-line.js';
import { ExamList } from './exam-list.js';
import styles from './exams.module.css';
import { type ExamsData, examsPerPage, readExams } from './read-exams.js';

/** The exams that the address asks for. */
export const loader = readExams;

/** The page. */
export function Component() {
  const { t } = useTranslation('exams');
  const { q, found } = useLoaderData<ExamsData>();
  const { revalidate } = useRevalidator();
  const [, setSearch] = useSearchParams();
  const items = isProblem(found) ? [] : found.items;
  const isNone = !isProblem(found) && items.length === 0;
  const isBare = isNone && q === '';
  return (
    <StaffPage>
      <PageHead title={t('list.title')} intro={t('list.intro')} action={!isBare && <Plan />} />
      {!isBare && (
        <SearchLine
          key={q}
          label={t('list.search')}
          action={t('search')}
          words={q}
          onSearch={(words) => setSearch(words ? { q: words } : {})}
        />
      )}
      {isProblem(found) && (
        <ErrorNotice title={t('list.failed')} error={found} onRetry={() => void revalidate()} />
      )}
      {isBare && <Bare />}
      {isNone && !isBare && <NoneFound onClear={() => setSearch({})} />}
      {!isProblem(found) && items.length > 0 && (
        <>
          <ExamList exams={items} />
          <Pager next={found.next}>
            <PageWords count={items.length} isOnly={found.next === null} />
          </Pager>
        </>
      )}
    </StaffPage>
  );
}

function Plan() {
  const { t } = useTranslation('exams');
  return (
    <ButtonLink to={paths.newExam()} icon={<IconPlus size={20} aria-hidden="true" />}>
      {t('list.plan')}
    </ButtonLink>
  );
}

const steps = ['plan', 'rooms', 'seats', 'papers', 'print', 'release'] as const;

/** Whoever has never held an exam sees the whole way before the first step. */
function Bare() {
  const { t } = useTranslation('exams');
  return (
    <EmptyNotice title={t('list.empty')} action={<Plan />}>
      <p>{t('list.emptyText')}</p>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step}>{t(`list.step.${step}`)}</li>
        ))}
      </ol>
    </EmptyNotice>
  );
}

function NoneFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('exams');
  return (
    <EmptyNotice
      title={t('list.none')}
      action={
        <Button look="outlined" isWide onClick={onClear}>
          {t('list.clear')}
        </Button>
      }
    >
      {t('list.noneText')}
    </EmptyNotice>
  );
}

function PageWords({ count, isOnly }: { count: number; isOnly: boolean }) {
  const { t } = useTranslation('exams');
  const before = useRowsBefore(examsPerPage);
  if (before === null || (isOnly && before === 0))
    return t('list.count', { count, number: formatNumber(count) });
  return t('list.range', { from: formatNumber(before + 1), to: formatNumber(before + count) });
}
