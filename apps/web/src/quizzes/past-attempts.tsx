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
              <Row key={attempt.id} attempt={attempt} passPercent={quiz.rule.passPercent} />
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

function Row({ attempt, passPercent }: { attempt: AttemptSummary; passPercent: number }) {
  const { t } = useTranslation('quizzes');
  const { id, number, submittedAt, startedAt, points, possiblePoints, hasPassed } = attempt;
  return (
    <li className={styles['row']}>
      <div className={styles['facts']}>
        <p className={styles['number']}>
          {t('quiz.attempt', { number })} {!submittedAt && <Tag tone="cham">{t('quiz.isOpen')}</Tag>}
          {submittedAt && (
            <Tag tone={hasPassed ? 'la' : 'nghe'}>
              {t(hasPassed ? 'quiz.hasPassed' : 'quiz.hasNotPassed')}
            </Tag>
          )}
        </p>
        <p className={styles['small']}>
          {submittedAt
            ? t('quiz.submitted', { time: formatWhen(submittedAt) })
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
