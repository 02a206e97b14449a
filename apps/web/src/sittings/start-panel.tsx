// The moment of the start: the key is on its way. Calm, also when it takes more than one try.
import type { Sitting } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { formatTimeExact } from '../platform/format.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { serverNow } from '../platform/server-clock.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Panel } from './panel.js';
import styles from './start-panel.module.css';
import type { Starting } from './use-starting.js';

interface StartPanelProps {
  sitting: Sitting;
  starting: Starting;
  onSitting: (sitting: Sitting) => void;
}

/** What is going on, and what helps when trying again by itself does not. */
export function StartPanel({ sitting, starting, onSitting }: StartPanelProps) {
  const { t } = useTranslation('sittings');
  const { trouble, refusal, retry } = starting;
  if (refusal) return <Refused problem={refusal} {...{ sitting, retry, onSitting }} />;
  // A clock that runs a moment ahead is no trouble.
  const isSlow = trouble !== null && trouble.problem.code !== 'exam.not-started';
  const isAway = trouble?.problem.isNetwork === true;
  return (
    <Panel
      action={
        isSlow && (
          <Button look="go" size="large" onClick={retry}>
            {t('start.now')}
          </Button>
        )
      }
    >
      <h2 className={styles['title']}>
        <span className={styles['turning']} aria-hidden="true" />
        {t(isAway ? 'start.offline' : 'start.opening')}
      </h2>
      {isSlow && (
        <p>
          {!isAway && t('start.busy')}{' '}
          {t('start.again', { time: formatTimeExact(new Date(trouble.againAt)) })}
        </p>
      )}
      {hasWholeTime(sitting) ? <p>{t('start.notCounted')}</p> : isSlow && <p>{t('start.credit')}</p>}
    </Panel>
  );
}

/** The clock of an attempt begins with its key, but never runs past the close. */
function hasWholeTime({ exam }: Sitting): boolean {
  return serverNow() + (exam.minutes + exam.extraMinutes) * 60_000 <= Date.parse(exam.closesAt);
}

interface RefusedProps {
  problem: Problem;
  sitting: Sitting;
  retry: () => void;
  onSitting: (sitting: Sitting) => void;
}

function Refused({ problem, sitting, retry, onSitting }: RefusedProps) {
  const { t } = useTranslation('sittings');
  const isOut = problem.code === 'candidate.not-checked-in';
  return (
    <Panel
      action={
        isOut ? (
          <ButtonLink
            look="go"
            size="large"
            to={paths.checkIn()}
            onClick={() => onSitting({ ...sitting, checkedInAt: null, sealedPaper: null })}
          >
            {t('action.check-in')}
          </ButtonLink>
        ) : (
          <Button look="go" size="large" onClick={retry}>
            {t('start.retry')}
          </Button>
        )
      }
    >
      <div role="alert">
        <h2>{isOut ? t('start.out') : problemWords(problem)}</h2>
      </div>
      <p>{isOut ? t('start.outHelp') : t('start.tell', { code: problem.code })}</p>
    </Panel>
  );
}
