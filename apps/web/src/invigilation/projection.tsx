// The code on the whole screen, for the projector: QR, letters, and how long until the start. Always light, so that it can be scanned.
import type { Board } from '@onetouch/contract';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { useWakeLock } from '../sittings/use-wake-lock.js';
import { Button } from '../ui/button.js';
import { QrCode } from '../ui/qr-code.js';
import { BoardClock } from './board-clock.js';
import { roomOf } from './board-state.js';
import type { ClockPhase } from './clock-phase.js';
import styles from './projection.module.css';
import { CheckedIn, checkInAddress, CodeLetters } from './room-code.js';

interface ProjectionProps {
  board: Board;
  roomId: string;
  phase: ClockPhase;
  onClose: () => void;
}

/** Fills the screen where the browser allows it, else the window. */
export function Projection({ board, roomId, phase, onClose }: ProjectionProps) {
  const { t } = useTranslation('invigilation');
  const dialog = useFullScreen(onClose);
  useWakeLock();
  const one = roomOf(board, roomId);
  if (!one) return null;
  const { room, counts } = one;
  const address = `${location.host}${paths.checkIn()}`;
  return (
    <dialog ref={dialog} aria-labelledby="chieu-ma" className={styles['wall']} onClose={onClose}>
      <div className={styles['head']}>
        <div>
          <h2 id="chieu-ma">{room.name}</h2>
          <p>{board.exam.name}</p>
        </div>
        <Button look="outlined" icon={<IconX size={22} aria-hidden="true" />} onClick={onClose}>
          {t('code.close')}
        </Button>
      </div>
      <div className={styles['body']}>
        <QrCode content={checkInAddress(room.code)} className={styles['qr']} />
        <div className={styles['words']}>
          <p>{t('code.scan')}</p>
          <p>{t('code.type', { address })}</p>
          <CodeLetters code={room.code} />
          <div className={styles['count']}>
            <CheckedIn counts={counts} />
          </div>
          <BoardClock phase={phase} exam={board.exam} size="wall" />
        </div>
      </div>
    </dialog>
  );
}

function useFullScreen(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // A phone or a frame may refuse: the dialog fills the window anyway.
    void element?.requestFullscreen?.().catch(() => undefined);
    const onChange = () => {
      // Escape leaves the full screen first; who does that has seen enough.
      if (!document.fullscreenElement) latest.current();
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  return dialog;
}
