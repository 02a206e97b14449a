// "Vì sao chưa 100%?": opened by one press, asks the server then, and again when something that waited here has been sent.
import { enrolments, type EnrolmentDetail } from '@onetouch/contract';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, storedAt } from '../platform/call.js';
import { formatWhen } from '../platform/format.js';
import { useOutboxStatus } from '../platform/outbox.js';
import { ErrorNotice } from '../ui/notice.js';
import { Loading } from '../ui/skeleton.js';
import { Conditions } from './conditions.js';
import { SendTable } from './send-table.js';
import { readWaitingFor, type WaitingHere } from './why-facts.js';
import { evaluatedWords } from './why-words.js';
import styles from './why-not-complete.module.css';

interface Answer {
  detail: EnrolmentDetail;
  waiting: WaitingHere | null;
}

function useWhy(enrolmentId: string, isOpen: boolean) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const { waiting, lastSavedAt } = useOutboxStatus();
  useEffect(() => {
    if (!isOpen) return;
    const controller = new AbortController();
    const { signal } = controller;
    const ask = async () => {
      const detail = await call(enrolments.read, { params: { enrolmentId } }, { signal });
      return { detail, waiting: await readWaitingFor(detail) };
    };
    ask().then(
      (found) => {
        if (signal.aborted) return;
        setAnswer(found);
        setError(null);
      },
      (reason: unknown) => {
        if (!signal.aborted) setError(reason);
      },
    );
    return () => controller.abort();
  }, [enrolmentId, isOpen, tries, waiting, lastSavedAt]);
  return { answer, error, retry: useCallback(() => setTries((count) => count + 1), []) };
}

/** The disclosure at the foot of a card. */
export function WhyNotComplete({ enrolmentId, course }: { enrolmentId: string; course: string }) {
  const { t } = useTranslation('enrolments');
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const { answer, error, retry } = useWhy(enrolmentId, isOpen);
  return (
    <div className={styles['why']}>
      <button
        type="button"
        className={styles['toggle']}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>
          {t('why.title')} <span className={styles['of']}>{t('myLearning.of', { course })}</span>
        </span>
        <IconChevronDown size={24} className={styles['arrow']} aria-hidden="true" />
      </button>
      <div id={panelId} hidden={!isOpen}>
        {answer ? (
          <WhyTable {...answer} />
        ) : (
          isOpen && (
            <div className={styles['pending']}>
              {error ? <ErrorNotice title={t('why.failed')} error={error} onRetry={retry} /> : <Loading />}
            </div>
          )
        )}
      </div>
    </div>
  );
}

function WhyTable({ detail, waiting }: Answer) {
  const { t } = useTranslation('enrolments');
  const copyAt = storedAt(detail);
  return (
    <>
      <Conditions detail={detail} waiting={waiting} />
      <div className={styles['foot']}>
        <p>
          {evaluatedWords(t, detail)}
          {copyAt && ` · ${t('myLearning.copy', { time: formatWhen(copyAt) })}`}
        </p>
        <SendTable detail={detail} waiting={waiting} />
      </div>
    </>
  );
}
