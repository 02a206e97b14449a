// The attempts so far, newest first, each with the way to its result.
import type { AttemptSummary, Quiz } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatPercent, formatWhen } from '../platform/format.js';
import { Card } from '../ui/card.js';
import { Tag } from '../ui/tag.js';
import styles from './past-attempts.module.css';

/** The list, or that there is nothing yet. */
export function PastAttempts({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation('quizzes');
  const attempts = [...quiz.attempts].sort((one, other) => other.number - one.number);
  return (
    <section className={styles['section']}>
      <h2>{t('quiz.soFar')}</h2>
      {attempts.length === 0 ? (
        <p className={styles['none']}>{t('quiz.none')}</p>
      ) : (
        <Card isFlush>
          <ul className={styles['list']}>
            {attempts.map((attempt) => (
              <Row
                key={attempt.id}
                attempt={attempt}
                passPercent={quiz.rule.passPercent}
                isCounting={attempt.id === quiz.countingAttemptId && attempts.length > 1}
              />
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

interface RowProps {
  attempt: AttemptSummary;
  passPercent: number;
  /** The attempt that counts by the rule. */
  isCounting: boolean;
}

function Row({ attempt, passPercent, isCounting }: RowProps) {
  const { t } = useTranslation('quizzes');
  const { id, number, submittedAt, startedAt, points, possiblePoints, hasPassed, closedBy } = attempt;
  return (
    <li className={styles['row']}>
      <div className={styles['facts']}>
        <p className={styles['number']}>
          {t('quiz.attempt', { number })} {!submittedAt && <Tag tone="cham">{t('quiz.isOpen')}</Tag>}
          {submittedAt && (
            <Tag tone={hasPassed ? 'la' : 'nghe'}>
              {hasPassed === null
                ? t('quiz.unmarked')
                : t(hasPassed ? 'quiz.hasPassed' : 'quiz.hasNotPassed')}
            </Tag>
          )}{' '}
          {isCounting && <Tag tone="cham">{t('quiz.isCounting')}</Tag>}
        </p>
        <p className={styles['small']}>
          {submittedAt
            ? t(closedBy === 'deadline' ? 'quiz.timeUp' : 'quiz.submitted', { time: formatWhen(submittedAt) })
            : t('quiz.open', { time: formatWhen(startedAt) })}
        </p>
        {points !== null && (
          <p className={styles['small']}>
            {t('quiz.points', {
              percent: formatPercent(Math.floor((points * 100) / Math.max(1, possiblePoints))),
              needed: formatPercent(passPercent),
            })}
          </p>
        )}
      </div>
      {submittedAt && (
        <Link className={styles['see']} to={paths.result(id)} aria-label={t('quiz.see', { number })}>
          {t('quiz.seeShort')}
        </Link>
      )}
    </li>
  );
}
