// The board of one room: the clock, its code, who needs help, what may be done, and what was done.
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData } from 'react-router';
import { paths } from '../paths.js';
import { dotted } from '../ui/dotted.js';
import { ErrorNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { PagePath } from '../ui/page-path.js';
import { StaffPage } from '../ui/staff-page.js';
import { Tag } from '../ui/tag.js';
import { BoardClock } from './board-clock.js';
import pageStyles from './board-page.module.css';
import { roomOf } from './board-state.js';
import { ExamStatusTag } from './exam-status-tag.js';
import { Figures } from './figures.js';
import { ImportantNews } from './important-news.js';
import { LineState } from './line-state.js';
import { NotYours } from './not-yours.js';
import { PeopleSection } from './people-section.js';
import { Projection } from './projection.js';
import { isAnotherBoard, loadRoom, type RoomData } from './read-board.js';
import { Record } from './record.js';
import { isCodeOfUse, RoomActions } from './room-actions.js';
import { RoomCode } from './room-code.js';
import { RoomDialogs } from './room-dialogs.js';
import styles from './room-page.module.css';
import { useBoard } from './use-board.js';
import { useClockPhase } from './use-clock-phase.js';
import { useRoomWork } from './use-room-work.js';

/** The board with the people of the room. */
export const loader = loadRoom;

/** Another's board. */
export const ErrorBoundary = NotYours;

/** Filters change no numbers. */
export const shouldRevalidate = isAnotherBoard;

/** The page is called after the room and the exam. */
export function title({ board, roomId }: RoomData): string {
  return dotted(roomOf(board, roomId)?.room.name, board.exam.name);
}

/** The page. */
export function Component() {
  const data = useLoaderData<RoomData>();
  return <RoomScreen key={data.roomId} first={data} />;
}

function RoomScreen({ first }: { first: RoomData }) {
  const address = { examId: first.board.exam.id, roomId: first.roomId };
  const live = useBoard(first.board, address);
  const work = useRoomWork(live);
  const { board, line, refused, important, leavings, wake } = live;
  const phase = useClockPhase(board, first.roomId);
  const one = roomOf(board, first.roomId);
  if (refused || !one) return <ErrorNotice error={refused} onRetry={wake} />;
  return (
    <StaffPage>
      <RoomHead board={board} roomId={first.roomId} />
      <LineState line={line} asOf={board.serverTime} wake={wake} />
      <ImportantNews important={important} />
      <div className={styles['top']}>
        <BoardClock phase={phase} exam={board.exam} />
        {isCodeOfUse(board) && <RoomCode room={one.room} />}
        <Figures counts={one.counts} />
      </div>
      <RoomActions
        board={board}
        room={one.room}
        onAct={work.startRoom}
        onProject={work.project}
        onFind={work.find}
      />
      <PeopleSection board={board} onHelp={work.help} />
      <Record address={address} turn={work.turn + leavings} />
      <RoomDialogs work={work} board={board} roomId={first.roomId} />
      {work.isProjecting && (
        <Projection board={board} roomId={first.roomId} phase={phase} onClose={work.stopProjecting} />
      )}
    </StaffPage>
  );
}

function RoomHead({ board, roomId }: RoomData) {
  const { t } = useTranslation('invigilation');
  const { exam } = board;
  const room = roomOf(board, roomId)?.room;
  const who = room?.invigilator
    ? t('board.invigilator', { name: room.invigilator.fullName })
    : t('board.noInvigilator');
  return (
    <PageHead
      title={room?.name ?? ''}
      path={
        <PagePath>
          <Link to={paths.invigilated()}>{t('board.back')}</Link>
          {board.rooms.length > 1 && <Link to={paths.board(exam.id)}>{t('room.all')}</Link>}
        </PagePath>
      }
    >
      <p className={styles['exam']}>{exam.name}</p>
      <p className={pageStyles['tag']}>
        <span>{dotted(room?.place?.fullName, who)}</span>
        <ExamStatusTag status={exam.status} />
        {room?.pausedAt && (
          <Tag tone="nghe" icon={<IconPlayerPause aria-hidden="true" />}>
            {t('reason.paused')}
          </Tag>
        )}
      </p>
    </PageHead>
  );
}
