// Where the answer on the screen is: with the server, on this device, or nowhere. Says "received" only after the server did.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTimeExact } from '../platform/format.js';
import { storeAgain, useOutboxStatus } from '../platform/outbox.js';
import { isUnconfirmed, type AnswerState } from './answers.js';
import styles from './receipt-line.module.css';

/** One line under the question; empty before the first choice. */
export function ReceiptLine({ answer, number }: { answer: AnswerState; number: number }) {
  const { t } = useTranslation('quizzes');
  const { failedToStore } = useOutboxStatus();
  const { saved } = answer;
  const facts = ((): ReactNode => {
    if (isUnconfirmed(answer)) {
      if (failedToStore > 0) return <NotKept number={number} />;
      if (!answer.isKept) return null;
      return (
        <span className={styles['waiting']}>
          <IconClock size={22} aria-hidden="true" />
          {t('attempt.kept', { number })}
        </span>
      );
    }
    if (!saved) return null;
    return (
      <>
        <IconCircleCheck size={22} className={styles['done']} aria-hidden="true" />
        <span>
          <strong className={styles['done']}>{t('attempt.receiptStrong', { number })}</strong>{' '}
          {t('attempt.receiptRest', { time: formatTimeExact(saved.savedAt), receipt: saved.receipt })}
        </span>
      </>
    );
  })();
  return (
    <p className={styles['line']} role="status">
      {facts}
    </p>
  );
}

function NotKept({ number }: { number: number }) {
  const { t } = useTranslation('quizzes');
  return (
    <span className={styles['failed']}>
      <IconAlertTriangle size={22} aria-hidden="true" />
      {t('attempt.notKept', { number })}
      <button type="button" onClick={() => void storeAgain()}>
        {t('attempt.keepAgain')}
      </button>
    </span>
  );
}
