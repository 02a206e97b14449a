// The board of an exam: every room that one runs, live.
import type { Board } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData } from 'react-router';
import { paths } from '../paths.js';
import { ErrorNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { PagePath } from '../ui/page-path.js';
import { StaffPage } from '../ui/staff-page.js';
import { BoardClock } from './board-clock.js';
import styles from './board-page.module.css';
import { ExamStatusTag } from './exam-status-tag.js';
import { Figures } from './figures.js';
import { ImportantNews } from './important-news.js';
import { LineState } from './line-state.js';
import { NotYours } from './not-yours.js';
import { isAnotherBoard, loadBoard } from './read-board.js';
import { RoomGrid } from './room-grid.js';
import { useBoard } from './use-board.js';
import { useClockPhase } from './use-clock-phase.js';

/** The board. */
export const loader = loadBoard;

/** Another's board. */
export const ErrorBoundary = NotYours;

/** Filters change no numbers. */
export const shouldRevalidate = isAnotherBoard;

/** The page is called after the exam. */
export function title({ exam }: Board): string {
  return exam.name;
}

/** The page. */
export function Component() {
  const board = useLoaderData<Board>();
  return <BoardScreen key={board.exam.id} first={board} />;
}

function BoardScreen({ first }: { first: Board }) {
  const { t } = useTranslation('invigilation');
  const { board, line, refused, important, wake } = useBoard(first, { examId: first.exam.id, roomId: null });
  const phase = useClockPhase(board, null);
  const { exam } = board;
  if (refused) return <ErrorNotice error={refused} />;
  return (
    <StaffPage>
      <PageHead
        title={exam.name}
        path={
          <PagePath>
            <Link to={paths.invigilated()}>{t('board.back')}</Link>
          </PagePath>
        }
      >
        <p className={styles['tag']}>
          <ExamStatusTag status={exam.status} />
        </p>
      </PageHead>
      <LineState line={line} asOf={board.serverTime} wake={wake} />
      <ImportantNews important={important} />
      <div className={styles['top']}>
        <BoardClock phase={phase} exam={exam} />
        <Figures counts={board.totals} />
      </div>
      <RoomGrid board={board} />
    </StaffPage>
  );
}
