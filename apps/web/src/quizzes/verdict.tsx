// The verdict in words, and a bar with the line that had to be reached; before there is a mark, what it waits for.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import type { AttemptResult } from '@onetouch/contract';
import { Trans, useTranslation } from 'react-i18next';
import { formatDate, formatTime, formatWhen } from '../platform/format.js';
import { Card } from '../ui/card.js';
import { formatPoints } from '../platform/format-points.js';
import { measured, tell, type Told } from './result-facts.js';
import styles from './verdict.module.css';

/** The first panel of the result. */
export function Verdict({ result }: { result: AttemptResult }) {
  const { t } = useTranslation('quizzes');
  const { number, attemptsAllowed, submittedAt, examId, examName } = result;
  const moment = submittedAt ?? result.startedAt;
  const facts = { number, allowed: attemptsAllowed, time: formatTime(moment), date: formatDate(moment) };
  const end = result.closedBy ?? 'learner';
  const isMarked = result.status === 'marked';
  const dropped = result.questions.filter(({ correction }) => correction === 'dropped').length;
  return (
    <Card as="section" className={styles['card']}>
      <p className={styles['when']}>
        {examId === null ? t('result.attempt', facts) : examName} · {t(`result.ended.${end}`, facts)}
      </p>
      {isMarked ? <Marked result={result} /> : <Unmarked result={result} />}
      {isMarked && dropped > 0 && <p>{t('result.dropped', { count: dropped })}</p>}
      {result.lateCount > 0 && <p>{t('result.lateTaken', { count: result.lateCount })}</p>}
      <p className={styles['receipt']}>
        <IconCircleCheck size={22} aria-hidden="true" />
        {t(isMarked ? 'result.receipt' : 'result.receiptOnly', { receipt: result.receipt })}
      </p>
    </Card>
  );
}

/** Handed in, and no mark yet: why, and what comes. */
function Unmarked({ result: { status, shows } }: { result: AttemptResult }) {
  const { t } = useTranslation('quizzes');
  const isMarking = status === 'marking';
  const facts = {
    marking: 'markingFacts',
    held: 'heldFacts',
    late: 'lateFacts',
    marked: 'heldFacts',
  } as const;
  const time = shows.nextAt ? formatWhen(shows.nextAt) : '';
  return (
    <>
      <h1>{t(isMarking ? 'result.marking' : 'result.held')}</h1>
      <p className={styles['right']}>{t(`result.${facts[status]}`, { time })}</p>
    </>
  );
}

function Marked({ result }: { result: AttemptResult }) {
  const { t } = useTranslation('quizzes');
  const told = tell(result);
  const { rightCount, questionCount, points, possiblePoints } = result;
  const isCount = told.unit === 'count';
  const verdict = ((): string => {
    if (result.hasPassed) return t('result.passed');
    if (isCount) return t('result.failed', { count: told.short });
    // Rounded up: a person must not think that less would have done.
    const short = Math.ceil(told.short / 10) * 10;
    return t('result.failedPoints', { count: short / 1_000, points: formatPoints(short) });
  })();
  return (
    <>
      <h1>{verdict}</h1>
      <p className={styles['right']}>
        <Trans
          t={t}
          i18nKey={isCount ? 'result.right' : 'result.rightPoints'}
          components={{ b: <strong /> }}
          values={{
            right: rightCount ?? 0,
            total: questionCount,
            points: formatPoints(points ?? 0),
            possible: formatPoints(possiblePoints),
            needed: measured(told, told.needed),
          }}
        />
      </p>
      {result.courseCompletedAt && (
        <p>{t('result.courseDone', { time: formatWhen(result.courseCompletedAt) })}</p>
      )}
      <PassBar told={told} hasPassed={result.hasPassed === true} />
    </>
  );
}

function PassBar({ told, hasPassed }: { told: Told; hasPassed: boolean }) {
  const { t } = useTranslation('quizzes');
  const { value, needed, total, unit } = told;
  const shown = (amount: number) => measured(told, amount);
  const share = (part: number) => (total > 0 ? Math.min(100, (part / total) * 100) : 0);
  const line = share(needed);
  return (
    <div className={styles['bar']}>
      <div className={styles['over']} aria-hidden="true">
        <span
          className={line > 50 ? styles['before'] : styles['after']}
          style={line > 50 ? { right: `${100 - line}%` } : { left: `${line}%` }}
        >
          {t(unit === 'count' ? 'result.needed' : 'result.neededPoints', { needed: shown(needed) })}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={t('result.bar')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={value}
        aria-valuetext={t('result.barText', {
          value: shown(value),
          total: shown(total),
          needed: shown(needed),
        })}
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
        <span>{t(unit === 'count' ? 'result.end' : 'result.endPoints', { total: shown(total) })}</span>
      </div>
    </div>
  );
}
