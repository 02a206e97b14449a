// Attempts with answers that came after the deadline: a table from 768 px, a list on phones.
import type { LateAttempt, LateProof } from '@onetouch/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatTime, formatWhen } from '../platform/format.js';
import { EmptyNotice } from '../ui/notice.js';
import { Pager } from '../ui/pager.js';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import correcting from './correcting.module.css';
import styles from './desk.module.css';
import type { LatePage } from './read-desk.js';

/** The view. */
export function LateView({ page: { items, next } }: { page: LatePage }) {
  const { t } = useTranslation('marking');
  const isNarrow = useIsNarrow();
  if (items.length === 0) return <EmptyNotice title={t('late.none')}>{t('late.noneText')}</EmptyNotice>;
  return (
    <>
      <p className={styles['small']}>{t('late.intro')}</p>
      {isNarrow ? <Cards attempts={items} /> : <Table attempts={items} />}
      <Pager next={next} />
    </>
  );
}

interface AttemptsProps {
  attempts: readonly LateAttempt[];
}

function Table({ attempts }: AttemptsProps) {
  const { t } = useTranslation('marking');
  return (
    <div className={table['frame']}>
      <table className={table['table']} aria-label={t('desk.view.late')}>
        <thead>
          <tr>
            <th scope="col">{t('late.column.person')}</th>
            <th scope="col">{t('late.column.attempt')}</th>
            <th scope="col">{t('late.column.answers')}</th>
            <th scope="col">{t('late.column.closed')}</th>
            <th scope="col">{t('late.column.arrived')}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.attemptId}>
              <th scope="row" lang="vi">
                {attempt.fullName}
                <span className={correcting['small']}>{attempt.organisationName}</span>
              </th>
              <td>{t('late.attempt', { number: attempt.number })}</td>
              <td>{t('late.answers', { count: attempt.lateCount })}</td>
              <td>{formatWhen(attempt.submittedAt)}</td>
              <td>
                {formatWhen(attempt.lastArrivedAt)}
                {attempt.lateProof && (
                  <span className={correcting['small']}>{proofWords(t, attempt.lateProof)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ attempts }: AttemptsProps) {
  const { t } = useTranslation('marking');
  return (
    <ul className={table['list']} aria-label={t('desk.view.late')}>
      {attempts.map((attempt) => (
        <li key={attempt.attemptId} className={correcting['card']}>
          <strong lang="vi">{attempt.fullName}</strong>
          {attempt.organisationName && (
            <span lang="vi" className={correcting['small']}>
              {attempt.organisationName}
            </span>
          )}
          <span>
            {t('late.attempt', { number: attempt.number })} ·{' '}
            {t('late.answers', { count: attempt.lateCount })}
          </span>
          <span className={correcting['small']}>
            {t('late.times', {
              closed: formatWhen(attempt.submittedAt),
              arrived: formatWhen(attempt.lastArrivedAt),
            })}
          </span>
          {attempt.lateProof && (
            <span className={correcting['small']}>{proofWords(t, attempt.lateProof)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the device says, and when the server heard of it. */
function proofWords(t: TFunction<'marking'>, proof: LateProof): string {
  const { answeredFrom, answeredUntil, heardBeforeAt, heardAgainAt, wasSilent, devices } = proof;
  const said = { from: formatTime(answeredFrom), until: formatTime(answeredUntil) };
  return [
    t('late.proof.said', said),
    heardBeforeAt && heardAgainAt
      ? t('late.proof.silent', { before: formatTime(heardBeforeAt), again: formatTime(heardAgainAt) })
      : t('late.proof.heard'),
    heardBeforeAt && !wasSilent && t('late.proof.doubt'),
    devices > 1 && t('late.proof.devices', { count: devices }),
  ]
    .filter(Boolean)
    .join(' ');
}
