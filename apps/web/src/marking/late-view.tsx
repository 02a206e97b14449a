// Attempts with answers that came after the deadline: a table from 768 px, a list on phones.
import type { LateAttempt } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { proofWords } from '../exams/proof-words.js';
import { formatWhen } from '../platform/format.js';
import { dotted } from '../ui/dotted.js';
import { EmptyNotice } from '../ui/notice.js';
import { Pager } from '../ui/pager.js';
import { RowList } from '../ui/row-list.js';
import { Small } from '../ui/row-name.js';
import styles from './desk.module.css';
import type { LatePage } from './read-desk.js';

/** The view. */
export function LateView({ page: { items, next } }: { page: LatePage }) {
  const { t } = useTranslation('marking');
  if (items.length === 0) return <EmptyNotice title={t('late.none')}>{t('late.noneText')}</EmptyNotice>;
  return (
    <>
      <p className={styles['small']}>{t('late.intro')}</p>
      <RowList
        rows={items}
        keyOf={({ attemptId }) => attemptId}
        label={t('desk.view.late')}
        gap={4}
        columns={[
          { head: t('late.column.person'), cell: (attempt) => <Person attempt={attempt} /> },
          { head: t('late.column.attempt'), cell: ({ number }) => t('late.attempt', { number }) },
          { head: t('late.column.answers'), cell: ({ lateCount: count }) => t('late.answers', { count }) },
          { head: t('late.column.closed'), cell: ({ submittedAt }) => formatWhen(submittedAt) },
          { head: t('late.column.arrived'), cell: (attempt) => <Arrived attempt={attempt} /> },
        ]}
        card={(attempt) => <Card attempt={attempt} />}
      />
      <Pager next={next} />
    </>
  );
}

interface AttemptProps {
  attempt: LateAttempt;
}

function Person({ attempt: { fullName, organisationName } }: AttemptProps) {
  return (
    <span lang="vi">
      {fullName}
      <Small>{organisationName}</Small>
    </span>
  );
}

function Arrived({ attempt: { lastArrivedAt, lateProof } }: AttemptProps) {
  const { t } = useTranslation('marking');
  return (
    <>
      {formatWhen(lastArrivedAt)}
      {lateProof && <Small>{proofWords(lateProof, (part, values) => t(`late.proof.${part}`, values))}</Small>}
    </>
  );
}

function Card({ attempt }: AttemptProps) {
  const { t } = useTranslation('marking');
  const { fullName, organisationName, number, lateCount, lateProof } = attempt;
  const [closed, arrived] = [formatWhen(attempt.submittedAt), formatWhen(attempt.lastArrivedAt)];
  return (
    <>
      <strong lang="vi">{fullName}</strong>
      {organisationName && <Small lang="vi">{organisationName}</Small>}
      <span>{dotted(t('late.attempt', { number }), t('late.answers', { count: lateCount }))}</span>
      <Small>{t('late.times', { closed, arrived })}</Small>
      {lateProof && <Small>{proofWords(lateProof, (part, values) => t(`late.proof.${part}`, values))}</Small>}
    </>
  );
}
