// What is said of one person in the table and in the list: the same words in both.
import type { Board, BoardCandidate } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime, formatTimeExact } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Tag } from '../ui/tag.js';
import styles from './people-list.module.css';
import { StatusTag } from './status-tag.js';

interface OfPerson {
  candidate: BoardCandidate;
}

/** The name, with what is special about the person. */
export function PersonName({ candidate }: OfPerson) {
  const { t } = useTranslation('invigilation');
  const { fullName, organisationName, isDemonstration, extraMinutes, attemptNumber } = candidate;
  return (
    <span className={styles['cell']}>
      <span className={styles['name']}>{fullName}</span>
      {organisationName && <span className={styles['small']}>{organisationName}</span>}
      <span className={styles['tags']}>
        {extraMinutes > 0 && (
          <Tag tone="cham">{t('people.extra', { minutes: formatNumber(extraMinutes) })}</Tag>
        )}
        {attemptNumber > 1 && <Tag tone="cham">{t('people.attempt', { number: attemptNumber })}</Tag>}
        {isDemonstration && <Tag>{t('people.demonstration')}</Tag>}
      </span>
    </span>
  );
}

/** Where the person stands, in words with an icon. */
export function PersonState({ candidate, board }: OfPerson & { board: Board }) {
  const { t } = useTranslation('invigilation');
  const { submittedAt, closedBy, lateCount, waiting } = candidate;
  return (
    <span className={styles['cell']}>
      <span className={styles['noWrap']}>
        <StatusTag candidate={candidate} board={board} />
      </span>
      {submittedAt && (
        <span className={styles['small']}>
          {t('people.submittedAt', { time: formatTime(submittedAt) })}
          {closedBy && closedBy !== 'learner' && `. ${t(`people.closedBy.${closedBy}`)}`}
        </span>
      )}
      {waiting > 0 && <span className={styles['wait']}>{t('people.waiting', { count: waiting })}</span>}
      {lateCount > 0 && <span className={styles['small']}>{t('people.late', { count: lateCount })}</span>}
    </span>
  );
}

/** `7/20 câu`; nothing before the start. */
export function PersonAnswered({ candidate: { startedAt, answered, questionCount } }: OfPerson) {
  const { t } = useTranslation('invigilation');
  if (!startedAt) return null;
  const [number, total] = [formatNumber(answered), formatNumber(questionCount)];
  return <span className={styles['noWrap']}>{t('people.answered', { number, total })}</span>;
}

/** When the server took the last answer; nothing before the start. */
export function PersonSaved({
  candidate: { startedAt, lastSavedAt },
  isWithWords = false,
}: OfPerson & { isWithWords?: boolean }) {
  const { t } = useTranslation('invigilation');
  if (!startedAt) return null;
  if (!lastSavedAt) return <span className={styles['noWrap']}>{t('people.never')}</span>;
  const time = formatTimeExact(lastSavedAt);
  return <span className={styles['noWrap']}>{isWithWords ? t('people.savedAt', { time }) : time}</span>;
}

/** The button of a person, to give the focus back to. */
export const helpButtonId = (candidateId: string) => `ho-tro-${candidateId}`;

/** Opens what may be done for the person. */
export function HelpButton({
  candidate,
  onHelp,
}: OfPerson & { onHelp: (candidate: BoardCandidate) => void }) {
  const { t } = useTranslation('invigilation');
  return (
    <Button
      id={helpButtonId(candidate.id)}
      look="outlined"
      aria-label={t('people.helpFor', { name: candidate.fullName })}
      onClick={() => onHelp(candidate)}
    >
      {t('people.help')}
    </Button>
  );
}
