// What stands between a person and the question: another attempt in its place, the invigilator's pause, another device that goes on,
// the end of the time.
// While one of them is there the question is not.
import { sittings } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { formatTime } from '../platform/format.js';
import { serverNow } from '../platform/server-clock.js';
import { Button } from '../ui/button.js';
import { BottomSheet } from '../ui/dialog.js';
import { Callout } from '../ui/notice.js';
import { graceEnd } from './attempt-clock.js';
import type { AttemptStore } from './attempt-store.js';
import type { AttemptView } from './attempt-view.js';
import styles from './attempt-stops.module.css';

export type Stop = 'restarted' | 'paused' | 'elsewhere' | 'sending' | 'waiting';

interface StopProps {
  store: AttemptStore;
  view: AttemptView;
}

/** The strongest reason to stop, or null. */
export function stopOf({ state, isClosed, isElsewhere }: AttemptView, ending: Stop | null): Stop | null {
  if (state.voidedAt) return 'restarted';
  if (ending) return ending;
  if (isClosed) return null;
  if (state.pausedAt) return 'paused';
  return isElsewhere ? 'elsewhere' : null;
}

/** The sheet; there is no way past it but what it offers. */
export function AttemptStops({ stop, store, view }: StopProps & { stop: Stop | null }) {
  const { t } = useTranslation('quizzes');
  const key = stop === 'waiting' ? 'sending' : stop;
  return (
    <BottomSheet isOpen={stop !== null} title={key ? t(`stop.${key}`) : ''}>
      <div role="status" className={styles['facts']}>
        {stop === 'restarted' && (
          <>
            <p>{t('stop.restartedHow')}</p>
            <p>{t('stop.restartedOld')}</p>
          </>
        )}
        {stop === 'paused' && (
          <>
            <p>{t('stop.pausedClock')}</p>
            <p>{t('stop.pausedHow')}</p>
          </>
        )}
        {stop === 'sending' && <p>{t('stop.sendingNow')}</p>}
        {stop === 'waiting' && (
          // Says itself what has become of the answers; the line of the layout would ask to go on.
          <div data-says-offline className={styles['facts']}>
            <Waiting {...{ store, view }} />
          </div>
        )}
      </div>
      {stop === 'restarted' && <ToNew examId={store.attempt.examId} />}
      {stop === 'elsewhere' && <Elsewhere store={store} />}
    </BottomSheet>
  );
}

function Waiting({ store, view }: StopProps) {
  const { t } = useTranslation('quizzes');
  const count = store.unconfirmed().length;
  const { graceMinutes } = store.rule;
  const end = graceEnd(view.state, graceMinutes);
  if (count === 0) return <p>{t('stop.allSent')}</p>;
  const isPast = end !== null && end.getTime() < serverNow();
  return (
    <>
      <p>
        <strong>{t('stop.notLost')}</strong>{' '}
        {isPast
          ? t('stop.graceOver', { count, time: formatTime(end) })
          : t('stop.grace', { count, minutes: graceMinutes, time: formatTime(end ?? new Date()) })}
      </p>
      <p>{t('stop.keepOpen')}</p>
    </>
  );
}

/** To the own place in the exam, where the new attempt begins by itself; to all of them where it cannot be asked for. */
function ToNew({ examId }: { examId: string | null }) {
  const { t } = useTranslation('quizzes');
  const navigate = useNavigate();
  const [isBusy, setIsBusy] = useState(false);
  const go = async () => {
    setIsBusy(true);
    const found = await call(sittings.list, {}).catch(() => null);
    const own = found?.items.find(({ exam }) => exam.id === examId);
    await navigate(own ? paths.sitting(own.id) : paths.sittings());
  };
  return (
    <Button size="large" isBusy={isBusy} onClick={() => void go()}>
      {t('stop.toNew')}
    </Button>
  );
}

function Elsewhere({ store }: { store: AttemptStore }) {
  const { t } = useTranslation('quizzes');
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking');
  const goOn = async () => {
    setState('busy');
    if (!(await store.takeOver())) setState('failed');
  };
  return (
    <div className={styles['facts']}>
      <p>{t('stop.elsewhereFacts')}</p>
      {state === 'failed' && <Callout tone="error">{t('stop.elsewhereFailed')}</Callout>}
      <Button size="large" isBusy={state === 'busy'} onClick={() => void goOn()}>
        {t('stop.goOnHere')}
      </Button>
    </div>
  );
}
