// Results as they stand: totals, who passed, who is still missing, who answered late; as a file, and given out.
import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { exams, type ExamDetail, type ExamResultTotals } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { paths } from '../paths.js';
import { urlOf } from '../platform/call.js';
import { formatMinutes, formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { useMe } from '../platform/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Chip } from '../ui/chip.js';
import { Callout, EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { Pager } from '../ui/pager.js';
import { SearchLine } from '../ui/search-line.js';
import { withParts } from '../ui/search-parts.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './exam-page.module.css';
import { RangeWords } from './range-words.js';
import type { ExamData, ResultPage } from './read-exam.js';
import { ReleasePanel } from './release-panel.js';
import { ResultList } from './result-list.js';
import { RoomFilter } from './room-filter.js';
import { type Filters, isFiltered, names } from './views.js';

const listId = 'ket-qua';

/** The section. */
export function ResultsView({ data: { exam, filters, results } }: { data: ExamData }) {
  const { t } = useTranslation('exams');
  const { revalidate } = useRevalidator();
  const isBefore = exam.status === 'planned' || exam.status === 'ready' || exam.status === 'check-in';
  return (
    <section aria-labelledby={listId} className={styles['section']}>
      <VisuallyHidden as="h2" id={listId} tabIndex={-1}>
        {t('view.results')}
      </VisuallyHidden>
      {isProblem(results) && (
        <ErrorNotice title={t('result.failed')} error={results} onRetry={() => void revalidate()} />
      )}
      {results && !isProblem(results) && isBefore && (
        <EmptyNotice title={t('result.notYet')}>{t('result.notYetText')}</EmptyNotice>
      )}
      {results && !isProblem(results) && !isBefore && (
        <Results exam={exam} filters={filters} results={results} />
      )}
    </section>
  );
}

interface ResultsProps {
  exam: ExamDetail;
  filters: Filters;
  results: ResultPage;
}

function Results({ exam, filters, results }: ResultsProps) {
  const { t } = useTranslation('exams');
  const { totals, items, total, next } = results;
  const maySeeStatistics = useMe()?.abilities.author === true;
  const grace = formatMinutes(exam.rule.graceMinutes ?? 30);
  return (
    <>
      <ReleasePanel exam={exam} totals={totals} />
      <Totals filters={filters} totals={totals} />
      <ResultSearch exam={exam} filters={filters} />
      {(filters.isLate || items.some(({ lateCount }) => lateCount > 0)) && (
        <Callout tone="wait">{t('result.lateWhat', { time: grace })}</Callout>
      )}
      <div className={styles['bar']}>
        <p role="status">{t('people', { count: total, number: formatNumber(total) })}</p>
        <div className={styles['headActions']}>
          {maySeeStatistics && (
            <ButtonLink
              look="outlined"
              to={paths.quizDesk(exam.courseId, exam.lessonId, { examId: exam.id })}
              icon={<IconChartBar size={20} aria-hidden="true" />}
            >
              {t('result.statistics')}
            </ButtonLink>
          )}
          {exam.abilities.export && (
            <ButtonLink
              look="outlined"
              to={urlOf(exams.exportResults, { params: { examId: exam.id } })}
              reloadDocument
              download
              icon={<IconDownload size={20} aria-hidden="true" />}
              title={t('result.exportHint')}
            >
              {t('result.export')}
            </ButtonLink>
          )}
        </div>
      </div>
      {items.length < total && (
        <p className={styles['onPaper']}>
          {t('result.onPaper', { count: items.length, total: formatNumber(total) })}
          {exam.abilities.export && ` ${t('result.onPaperWhole')}`}
        </p>
      )}
      {items.length === 0 ? (
        <EmptyNotice title={t('result.none')}>{t('candidate.noneFoundText')}</EmptyNotice>
      ) : (
        <ResultList results={items} />
      )}
      <Pager next={next} listId={listId}>
        <RangeWords count={items.length} total={total} />
      </Pager>
    </>
  );
}

function useParts() {
  const [search, setSearch] = useAskedSearch();
  return (parts: Record<string, string>) => setSearch(withParts(search, parts), { preventScrollReset: true });
}

function ResultSearch({ exam, filters }: Omit<ResultsProps, 'results'>) {
  const { t } = useTranslation('exams');
  const set = useParts();
  const none = { [names.q]: '', [names.room]: '', [names.status]: '', [names.late]: '' };
  return (
    <SearchLine
      key={filters.q}
      label={t('candidate.search')}
      action={t('search')}
      words={filters.q}
      onSearch={(q) => set({ [names.q]: q })}
    >
      <RoomFilter exam={exam} value={filters.room} onChange={(room) => set({ [names.room]: room })} />
      {isFiltered(filters) && (
        <Button look="text" onClick={() => set(none)}>
          {t('clear')}
        </Button>
      )}
    </SearchLine>
  );
}

const statuses = ['passed', 'failed', 'marking', 'working', 'absent'] as const;

/** The totals are the filters: each number leads to its people. */
function Totals({ filters, totals }: { filters: Filters; totals: ExamResultTotals }) {
  const { t } = useTranslation('exams');
  const set = useParts();
  const { candidates, submitted, absent, late } = totals;
  const numbers = { ...totals, working: Math.max(0, candidates - submitted - absent) };
  return (
    <div role="group" aria-label={t('result.totals')} className={styles['totals']}>
      <Chip
        isOn={!filters.status && !filters.isLate}
        onClick={() => set({ [names.status]: '', [names.late]: '' })}
      >
        {t('filter.option', { name: t('result.all'), number: formatNumber(candidates) })}
      </Chip>
      {statuses.map((status) => (
        <Chip
          key={status}
          isOn={filters.status === status}
          onClick={() => set({ [names.status]: filters.status === status ? '' : status })}
        >
          {t('filter.option', { name: t(`result.status.${status}`), number: formatNumber(numbers[status]) })}
        </Chip>
      ))}
      <Chip isOn={filters.isLate} onClick={() => set({ [names.late]: filters.isLate ? '' : '1' })}>
        {t('filter.option', { name: t('result.late'), number: formatNumber(late) })}
      </Chip>
    </div>
  );
}
