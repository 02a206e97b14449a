// Somebody who is seated elsewhere stands at the door: found in the whole exam by name, e-mail or phone, and chosen to be taken in.
import { type Board, type FoundCandidate, limits } from '@onetouch/contract';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { BottomSheet } from '../ui/dialog.js';
import { dotted } from '../ui/dotted.js';
import { ErrorNotice } from '../ui/notice.js';
import { SearchField } from '../ui/search-field.js';
import { useFound } from '../ui/use-found.js';
import styles from './find-person.module.css';
import { findCandidates } from './read-board.js';
import { StatusTag } from './status-tag.js';

interface FindProps {
  board: Board;
  roomId: string;
  onChoose: (candidate: FoundCandidate) => void;
  onClose: () => void;
}

/** Fewer letters would be half of the exam. */
const shortest = 2;

/** The sheet; what is found stands below as it is typed. */
export function FindPerson({ board, roomId, onChoose, onClose }: FindProps) {
  const { t } = useTranslation('invigilation');
  const [typed, setTyped] = useState('');
  const [find] = useState(() => findCandidates(board.exam.id));
  const words = typed.trim();
  const isOn = words.length >= shortest;
  const found = useFound(find, words, isOn);
  return (
    <BottomSheet isOpen onClose={onClose} title={t('find.title')}>
      <div className={styles['find']}>
        <SearchField
          label={t('find.label')}
          hint={t('find.hint')}
          value={typed}
          maxLength={limits.searchLength}
          onChange={setTyped}
        />
        {isOn && found.problem && <ErrorNotice error={found.problem} onRetry={found.retry} />}
        {isOn && !found.problem && (
          <>
            <p role="status" className={styles['said']}>
              {found.isNewest ? t('find.found', { count: found.items.length }) : t('find.busy')}
            </p>
            <ul className={styles['list']}>
              {found.items.map((one) => (
                <Found key={one.id} one={one} board={board} roomId={roomId} onChoose={onChoose} />
              ))}
            </ul>
          </>
        )}
      </div>
    </BottomSheet>
  );
}

function Found({ one, board, roomId, onChoose }: Omit<FindProps, 'onClose'> & { one: FoundCandidate }) {
  const { t } = useTranslation('invigilation');
  const isHere = one.roomId === roomId;
  const where = isHere ? t('find.here') : (one.roomName ?? t('find.noRoom'));
  return (
    <li className={styles['one']}>
      <div className={styles['facts']}>
        <strong>{one.fullName}</strong>
        <span className={styles['small']}>{dotted(where, one.organisationName)}</span>
        <StatusTag candidate={one} board={board} />
      </div>
      {!isHere && one.status !== 'submitted' && (
        <Button
          look="outlined"
          icon={<IconUserPlus size={20} aria-hidden="true" />}
          aria-label={t('find.takeNamed', { name: one.fullName })}
          onClick={() => onChoose(one)}
        >
          {t('find.take')}
        </Button>
      )}
    </li>
  );
}
