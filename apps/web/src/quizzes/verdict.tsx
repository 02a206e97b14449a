// The verdict in words, and a bar with the line that had to be reached.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import type { AttemptResult } from '@onetouch/contract';
import { Trans, useTranslation } from 'react-i18next';
import { formatDate, formatTime, formatWhen } from '../platform/format.js';
import { Card } from '../ui/card.js';
import { tell, type Told } from './result-facts.js';
import styles from './verdict.module.css';

/** The first panel of the result. */
export function Verdict({ result }: { result: AttemptResult }) {
  const { t } = useTranslation('quizzes');
  const told = tell(result);
  const { number, attemptsAllowed, submittedAt, rightCount, questionCount, points, possiblePoints } = result;
  const isCount = told.unit === 'count';
  const verdict = ((): string => {
    if (!result.hasPassed) return t(isCount ? 'result.failed' : 'result.failedPoints', { count: told.short });
    return t('result.passed');
  })();
  const moment = submittedAt ?? result.startedAt;
  return (
    <Card as="section" className={styles['card']}>
      <p className={styles['when']}>
        {t('result.when', {
          number,
          allowed: attemptsAllowed,
          time: formatTime(moment),
          date: formatDate(moment),
        })}
      </p>
      <h1>{verdict}</h1>
      <p className={styles['right']}>
        <Trans
          t={t}
          i18nKey={isCount ? 'result.right' : 'result.rightPoints'}
          components={{ b: <strong /> }}
          values={{
            right: rightCount,
            total: questionCount,
            points: points ?? 0,
            possible: possiblePoints,
            needed: told.needed,
          }}
        />
      </p>
      {result.courseCompletedAt && (
        <p>{t('result.courseDone', { time: formatWhen(result.courseCompletedAt) })}</p>
      )}
      <PassBar told={told} hasPassed={result.hasPassed === true} />
      <p className={styles['receipt']}>
        <IconCircleCheck size={22} aria-hidden="true" />
        {t('result.receipt', { receipt: result.receipt })}
      </p>
    </Card>
  );
}

function PassBar({ told, hasPassed }: { told: Told; hasPassed: boolean }) {
  const { t } = useTranslation('quizzes');
  const { value, needed, total, unit } = told;
  const share = (part: number) => (total > 0 ? Math.min(100, (part / total) * 100) : 0);
  const line = share(needed);
  return (
    <div className={styles['bar']}>
      <div className={styles['over']} aria-hidden="true">
        <span
          className={line > 50 ? styles['before'] : styles['after']}
          style={line > 50 ? { right: `${100 - line}%` } : { left: `${line}%` }}
        >
          {t(unit === 'count' ? 'result.needed' : 'result.neededPoints', { needed })}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={t('result.bar')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={value}
        aria-valuetext={t('result.barText', { value, total, needed })}
        className={styles['track']}
      >
        <div
          className={hasPassed ? styles['passed'] : styles['reached']}
          style={{ width: `${share(value)}%` }}
        />
        <div className={styles['line']} style={{ left: `${line}%` }} />
      </div>
      <div className={styles['ends']} aria-hidden="true">
        <span>0</span>
        <span>{t(unit === 'count' ? 'result.end' : 'result.endPoints', { total })}</span>
      </div>
    </div>
  );
}
