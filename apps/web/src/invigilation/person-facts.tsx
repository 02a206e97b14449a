// Everything that the board knows of one person.
import type { Board, BoardCandidate } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime, formatTimeExact } from '../platform/format.js';
import styles from './act-dialog.module.css';
import { StatusTag } from './status-tag.js';

/** The facts that there are. */
export function PersonFacts({ candidate, board }: { candidate: BoardCandidate; board: Board }) {
  const { t } = useTranslation('invigilation');
  const at = (time: string | null) => time && formatTime(time);
  const exact = (time: string | null) => time && formatTimeExact(time);
  const count = (number: number) => (number > 0 ? formatNumber(number) : null);
  const { startedAt, submittedAt, answered, questionCount, attemptNumber, extraMinutes } = candidate;
  const total = formatNumber(questionCount);
  const facts: [string, string | null][] = [
    [t('fact.organisation'), candidate.organisationName],
    [t('fact.checkedInAt'), at(candidate.checkedInAt)],
    [t('fact.startedAt'), exact(startedAt)],
    [t('fact.deadlineAt'), submittedAt ? null : exact(candidate.deadlineAt)],
    [t('fact.answered'), startedAt && t('people.answered', { number: formatNumber(answered), total })],
    [t('fact.lastSavedAt'), exact(candidate.lastSavedAt)],
    [t('fact.lastSeenAt'), submittedAt ? null : exact(candidate.lastSeenAt)],
    [t('fact.waiting'), count(candidate.waiting)],
    [t('fact.extraMinutes'), extraMinutes > 0 ? t('act.minutesShort', { number: extraMinutes }) : null],
    [t('fact.attemptNumber'), attemptNumber > 1 ? formatNumber(attemptNumber) : null],
    [t('fact.submittedAt'), exact(submittedAt)],
    [t('fact.lateCount'), count(candidate.lateCount)],
  ];
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{t('fact.status')}</dt>
        <dd>
          <StatusTag candidate={candidate} board={board} />
        </dd>
      </div>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
