// One person: what is known, and what may be done now. The choice leads to the dialog of the act.
import type { Board, BoardCandidate } from '@onetouch/contract';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import IconClockPlus from '@tabler/icons-react/dist/esm/icons/IconClockPlus.mjs';
import IconFileCheck from '@tabler/icons-react/dist/esm/icons/IconFileCheck.mjs';
import IconNotes from '@tabler/icons-react/dist/esm/icons/IconNotes.mjs';
import IconRotate from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import IconUserX from '@tabler/icons-react/dist/esm/icons/IconUserX.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { BottomSheet } from '../ui/dialog.js';
import styles from './act-dialog.module.css';
import { actsFor, type PersonAct } from './acts.js';
import { PersonFacts } from './person-facts.js';

const icons: Record<PersonAct, ReactNode> = {
  checkIn: <IconUserCheck size={22} aria-hidden="true" />,
  undoCheckIn: <IconUserX size={22} aria-hidden="true" />,
  extend: <IconClockPlus size={22} aria-hidden="true" />,
  move: <IconArrowsExchange size={22} aria-hidden="true" />,
  close: <IconFileCheck size={22} aria-hidden="true" />,
  restart: <IconRotate size={22} aria-hidden="true" />,
  note: <IconNotes size={22} aria-hidden="true" />,
};

interface SheetProps {
  candidate: BoardCandidate;
  board: Board;
  onChoose: (act: PersonAct) => void;
  onClose: () => void;
}

/** A sheet from the bottom on phones. */
export function PersonSheet({ candidate, board, onChoose, onClose }: SheetProps) {
  const { t } = useTranslation('invigilation');
  const acts = actsFor(candidate, board);
  return (
    <BottomSheet isOpen onClose={onClose} title={candidate.fullName}>
      <PersonFacts candidate={candidate} board={board} />
      <ul aria-label={t('act.menu')} className={styles['acts']}>
        {acts.map((act) => (
          <li key={act}>
            <Button look="outlined" icon={icons[act]} onClick={() => onChoose(act)}>
              {t(`act.${act}.name`)}
            </Button>
          </li>
        ))}
      </ul>
    </BottomSheet>
  );
}
