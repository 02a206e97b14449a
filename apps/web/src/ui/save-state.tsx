// Four states of saving, always at the same place. Truth before comfort: nothing is saved before the server has said so.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../platform/format.js';
import { storeAgain, useOutboxStatus } from '../platform/outbox.js';
import styles from './save-state.module.css';

export type SaveFacts =
  | { state: 'none' }
  | { state: 'confirmed'; at: Date }
  | { state: 'sending' }
  | { state: 'waiting'; count: number }
  | { state: 'failed'; onSaveAgain: () => void };

/** Draws one state of saving. */
export function SaveState({ facts, isShort }: { facts: SaveFacts; isShort?: boolean }) {
  const { t } = useTranslation('shell');
  return (
    <div className={styles['save']} role="status" data-state={facts.state}>
      {facts.state === 'confirmed' && (
        <>
          <span className={`${styles['dot']} ${styles['done']}`} aria-hidden="true" />
          <span>
            {t('save.confirmed')}
            {!isShort && <span className={styles['time']}> · {formatTime(facts.at)}</span>}
          </span>
        </>
      )}
      {facts.state === 'sending' && (
        <>
          <span className={`${styles['dot']} ${styles['grey']}`} aria-hidden="true" />
          {t('save.sending')}
        </>
      )}
      {facts.state === 'waiting' && (
        <>
          <span className={`${styles['dot']} ${styles['hollow']}`} aria-hidden="true" />
          {t('save.waiting', { count: facts.count })}
        </>
      )}
      {facts.state === 'failed' && <SaveFailed onSaveAgain={facts.onSaveAgain} />}
    </div>
  );
}

function SaveFailed({ onSaveAgain }: { onSaveAgain: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <span className={styles['failed']}>
      <IconAlertTriangle size={18} aria-hidden="true" />
      {t('save.failed')}
      <button type="button" className={styles['again']} onClick={onSaveAgain}>
        {t('save.again')}
      </button>
    </span>
  );
}

/** True when `isOn` has been so for `ms`; a short sending is not worth a word. */
function useLasting(isOn: boolean, ms: number): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLasting(isOn), isOn ? ms : 0);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isOn && isLasting;
}

/** The state of everything that this person has to send, from the outbox; empty while nothing was ever sent. */
export function OutboxSaveState({ isShort }: { isShort?: boolean }) {
  const { waiting, sending, failedToStore, lastSavedAt } = useOutboxStatus();
  const isSending = useLasting(sending > 0, 1_000);
  const isWaiting = useLasting(waiting > 0, 1_000);
  const facts = ((): SaveFacts => {
    if (failedToStore > 0) return { state: 'failed', onSaveAgain: () => void storeAgain() };
    if (isSending) return { state: 'sending' };
    if (isWaiting) return { state: 'waiting', count: waiting };
    // In the short while before one of these is certain, the last confirmation must not claim the newest item.
    return lastSavedAt && waiting === 0 ? { state: 'confirmed', at: lastSavedAt } : { state: 'none' };
  })();
  return <SaveState facts={facts} isShort={isShort} />;
}
