// Hands the table to the help desk in one press: by the device's own sharing, else by copying, else by hand.
import type { EnrolmentDetail } from '@onetouch/contract';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import styles from './send-table.module.css';
import type { WaitingHere } from './why-facts.js';
import { whyText } from './why-words.js';

/** The button says what it really does on this device. */
export function SendTable({ detail, waiting }: { detail: EnrolmentDetail; waiting: WaitingHere | null }) {
  const { t } = useTranslation('enrolments');
  const inWords = useLocalized();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'by-hand'>('none');
  const canShare = typeof navigator.share === 'function';
  const text = whyText(t, detail, waiting);
  const copy = () =>
    (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setOutcome('copied'),
      () => setOutcome('by-hand'),
    );
  const share = () =>
    navigator.share({ title: inWords(detail.courseTitle), text }).catch((reason: unknown) => {
      // Closing the list of programs without choosing one is no failure.
      if ((reason as DOMException | null)?.name !== 'AbortError') return copy();
    });
  const Icon = canShare ? IconSend : IconCopy;
  return (
    <div className={styles['send']}>
      <Button
        look="text"
        className={styles['button']}
        icon={<Icon size={20} aria-hidden="true" />}
        onClick={() => void (canShare ? share() : copy())}
      >
        {t(canShare ? 'why.share' : 'why.copy')}
      </Button>
      <p role="status" className={styles['status']}>
        {outcome === 'copied' && t('why.copied')}
        {outcome === 'by-hand' && t('why.copyByHand')}
      </p>
      {outcome === 'by-hand' && (
        <textarea
          readOnly
          rows={8}
          aria-label={t('why.text')}
          className={styles['text']}
          value={text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}
