// Who sits the exam: found by name or room, those without a room first, moved from room to room.
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { exams, type BoardCandidate, type ExamDetail } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { Button, ButtonLink } from '../ui/button.js';
import { EmptyNotice, ErrorNotice } from '../ui/notice.js';
import { FormProblem } from '../ui/form-problem.js';
import { Pager } from '../ui/pager.js';
import { SearchLine } from '../ui/search-line.js';
import { withParts } from '../ui/search-parts.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { CandidateList } from './candidate-list.js';
import styles from './exam-page.module.css';
import { MoveDialog } from './move-dialog.js';
import { RangeWords } from './range-words.js';
import type { CandidatePage, ExamData } from './read-exam.js';
import { RoomFilter } from './room-filter.js';
import { useDoing } from './use-doing.js';
import { isFiltered, names } from './views.js';

const listId = 'thi-sinh';

/** The section; it stays with its filters when the list does not load. */
export function CandidatesView({ data }: { data: ExamData }) {
  const { t } = useTranslation('exams');
  const { revalidate } = useRevalidator();
  const [search, setSearch] = useAskedSearch();
  const [moving, setMoving] = useState<BoardCandidate | null>(null);
  const doing = useDoing();
  const { exam, filters, candidates, roomless } = data;
  const set = (parts: Record<string, string>) =>
    setSearch(withParts(search, parts), { preventScrollReset: true });
  const canMove = exam.abilities.invigilate && exam.rooms.length > 0 && exam.abilities.prepare;
  const onMove = canMove ? setMoving : null;
  const first = roomless && !isProblem(roomless) && roomless.total > 0 ? roomless : null;
  return (
    <section aria-labelledby={listId} className={styles['section']}>
      <VisuallyHidden as="h2" id={listId} tabIndex={-1}>
        {t('view.candidates')}
      </VisuallyHidden>
      <NewMembers exam={exam} />
      <SearchLine
        key={filters.q}
        label={t('candidate.search')}
        action={t('search')}
        words={filters.q}
        onSearch={(q) => set({ [names.q]: q })}
      >
        <RoomFilter
          exam={exam}
          value={filters.room}
          onChange={(room) => set({ [names.room]: room })}
          hasNone
        />
        {isFiltered(filters) && (
          <Button look="text" onClick={() => set({ [names.q]: '', [names.room]: '' })}>
            {t('clear')}
          </Button>
        )}
      </SearchLine>
      <p role="status" className={styles['said']}>
        {doing.done}
      </p>
      {first && <Roomless exam={exam} page={first} onMove={onMove} />}
      {isProblem(candidates) && (
        <ErrorNotice title={t('candidate.failed')} error={candidates} onRetry={() => void revalidate()} />
      )}
      {candidates && !isProblem(candidates) && (
        <>
          {first && <h3>{t('candidate.all')}</h3>}
          <List exam={exam} page={candidates} isFiltered={isFiltered(filters)} onMove={onMove} />
          <Pager next={candidates.next} listId={listId}>
            <RangeWords count={candidates.items.length} total={candidates.total} />
          </Pager>
        </>
      )}
      {moving && (
        <MoveDialog
          key={moving.id}
          exam={exam}
          candidate={moving}
          onClose={() => setMoving(null)}
          onMoved={(words) => {
            setMoving(null);
            void doing.run('moved', () => Promise.resolve(), words);
          }}
        />
      )}
    </section>
  );
}

interface ListProps {
  exam: ExamDetail;
  page: CandidatePage;
  onMove: ((candidate: BoardCandidate) => void) | null;
}

function List({ exam, page, isFiltered: isLess, onMove }: ListProps & { isFiltered: boolean }) {
  const { t } = useTranslation('exams');
  if (page.items.length > 0)
    return <CandidateList candidates={page.items} rooms={exam.rooms} onMove={onMove} />;
  return (
    <EmptyNotice
      title={t(isLess ? 'candidate.noneFound' : 'candidate.none')}
      action={
        !isLess &&
        exam.abilities.edit && (
          <ButtonLink isWide look="outlined" to={paths.editExam(exam.id)}>
            {t('candidate.toCohorts')}
          </ButtonLink>
        )
      }
    >
      {t(isLess ? 'candidate.noneFoundText' : 'candidate.noneText')}
    </EmptyNotice>
  );
}

function Roomless({ exam, page, onMove }: ListProps) {
  const { t } = useTranslation('exams');
  const count = page.total;
  return (
    <>
      <h3>{t('candidate.roomless', { count, number: formatNumber(count) })}</h3>
      <CandidateList candidates={page.items} rooms={exam.rooms} onMove={onMove} />
      {page.next && <p className={styles['small']}>{t('candidate.roomlessMore')}</p>}
    </>
  );
}

/** Members who came into the cohorts after the exam was planned. They may be in two cohorts, so this says no number. */
function NewMembers({ exam }: { exam: ExamDetail }) {
  const { t } = useTranslation('exams');
  const doing = useDoing();
  const members = exam.cohorts.reduce((sum, cohort) => sum + cohort.members, 0);
  if (!exam.abilities.prepare || members <= exam.candidateCount) return null;
  const take = () =>
    doing.run('take', () => call(exams.prepare, { params: { examId: exam.id } }), t('candidate.taken'));
  return (
    <div className={styles['bar']}>
      <p>{t('candidate.newMembers')}</p>
      <Button
        look="outlined"
        icon={<IconRefresh size={20} aria-hidden="true" />}
        isBusy={doing.busy !== null}
        onClick={() => void take()}
      >
        {t(doing.busy ? 'candidate.taking' : 'candidate.take')}
      </Button>
      <FormProblem problem={doing.problem} />
    </div>
  );
}
