// What is done to a whole room. Only what the server allows now; the filled button is the one that the moment asks for.
import type { Board, ExamRoom } from '@onetouch/contract';
import IconClockPlus from '@tabler/icons-react/dist/esm/icons/IconClockPlus.mjs';
import IconNotes from '@tabler/icons-react/dist/esm/icons/IconNotes.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import IconPresentation from '@tabler/icons-react/dist/esm/icons/IconPresentation.mjs';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import type { RoomAct } from './acts.js';
import styles from './room-page.module.css';

interface ActionsProps {
  board: Board;
  room: ExamRoom;
  onAct: (act: RoomAct) => void;
  onProject: () => void;
  onFind: () => void;
}

/** Whether people may still come in. */
export function isCodeOfUse({ exam: { status } }: Board): boolean {
  return status !== 'over' && status !== 'released';
}

/** The button of an act, to give the focus back to. */
export const actButtonId = (act: RoomAct | 'project' | 'find') => `viec-${act === 'resume' ? 'pause' : act}`;

/** The buttons in one row. */
export function RoomActions({ board, room, onAct, onProject, onFind }: ActionsProps) {
  const { t } = useTranslation('invigilation');
  const { abilities, exam } = board;
  const isPaused = room.pausedAt !== null;
  const isBefore = exam.status !== 'running' && isCodeOfUse(board);
  const [PauseIcon, pause] = isPaused
    ? ([IconPlayerPlay, 'resume'] as const)
    : ([IconPlayerPause, 'pause'] as const);
  return (
    <section aria-label={t('room.actions')} className={styles['acting']}>
      <div className={styles['actions']}>
        {isCodeOfUse(board) && (
          <Button
            id={actButtonId('project')}
            look={isBefore ? 'primary' : 'outlined'}
            icon={<IconPresentation size={22} aria-hidden="true" />}
            onClick={onProject}
          >
            {t('room.project')}
          </Button>
        )}
        {(abilities.pause || (isPaused && abilities.note)) && (
          <Button
            id={actButtonId('pause')}
            look={isPaused ? 'primary' : 'outlined'}
            icon={<PauseIcon size={22} aria-hidden="true" />}
            onClick={() => onAct(pause)}
          >
            {t(`room.${pause}`)}
          </Button>
        )}
        {abilities.credit && (
          <Button
            id={actButtonId('credit')}
            look="outlined"
            icon={<IconClockPlus size={22} aria-hidden="true" />}
            onClick={() => onAct('credit')}
          >
            {t('room.credit')}
          </Button>
        )}
        {abilities.move && (
          <Button
            id={actButtonId('find')}
            look="outlined"
            icon={<IconUserSearch size={22} aria-hidden="true" />}
            onClick={onFind}
          >
            {t('room.find')}
          </Button>
        )}
        {abilities.note && (
          <Button
            id={actButtonId('note')}
            look="outlined"
            icon={<IconNotes size={22} aria-hidden="true" />}
            onClick={() => onAct('note')}
          >
            {t('room.note')}
          </Button>
        )}
      </div>
      {isBefore && <p className={styles['hint']}>{t('room.notYet')}</p>}
    </section>
  );
}
