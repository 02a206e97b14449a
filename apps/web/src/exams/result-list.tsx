// Results by name: mark, where it stands, and what was not as usual. A table from 768 px, a list on phones.
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { ExamResultRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../platform/format.js';
import { formatPoints } from '../platform/format-points.js';
import { dotted } from '../ui/dotted.js';
import { RowList } from '../ui/row-list.js';
import { RowName, Small } from '../ui/row-name.js';
import { Tag, type TagTone } from '../ui/tag.js';
import styles from './exam-page.module.css';
import { proofWords } from './proof-words.js';

/** The list in the shape for the screen. */
export function ResultList({ results }: { results: ExamResultRow[] }) {
  const { t } = useTranslation('exams');
  return (
    <RowList
      rows={results}
      keyOf={({ candidateId }) => candidateId}
      columns={[
        { head: t('candidate.column.name'), cell: (result) => <Name result={result} /> },
        { head: t('candidate.column.room'), cell: ({ roomName }) => roomName },
        { head: t('candidate.column.status'), look: 'short', cell: (result) => <Status result={result} /> },
        { head: t('result.column.points'), look: 'number', cell: pointsOf },
        { head: t('result.column.submitted'), cell: (result) => <Submitted result={result} /> },
      ]}
      card={(result) => (
        <>
          <div className={styles['bar']}>
            <span>
              <Name result={result} />
            </span>
            <strong>{pointsOf(result)}</strong>
          </div>
          <div className={styles['tags']}>
            <Status result={result} />
            <Small>{result.roomName}</Small>
          </div>
          <Submitted result={result} />
        </>
      )}
    />
  );
}

function Name({ result: { fullName, organisationName, isDemonstration } }: { result: ExamResultRow }) {
  const { t } = useTranslation('exams');
  return (
    <RowName small={[dotted(organisationName, isDemonstration && t('demonstration'))]}>{fullName}</RowName>
  );
}

function pointsOf({ points, possiblePoints }: ExamResultRow): string {
  if (points === null || possiblePoints === null) return '';
  return `${formatPoints(points)} / ${formatPoints(possiblePoints)}`;
}

const tones: Record<ExamResultRow['status'], TagTone> = {
  absent: 'plain',
  working: 'cham',
  marking: 'nghe',
  passed: 'la',
  failed: 'nghe',
};

function Status({ result: { status } }: { result: ExamResultRow }) {
  const { t } = useTranslation('exams');
  return <Tag tone={tones[status]}>{t(`result.status.${status}`)}</Tag>;
}

/** When and by whom it was handed in, answers that came late, minutes that were given. */
function Submitted({ result }: { result: ExamResultRow }) {
  const { t } = useTranslation('exams');
  const { submittedAt, closedBy, lateCount, lateProof, extraMinutes } = result;
  const time = submittedAt && formatTime(submittedAt);
  return (
    <>
      {time && <Small>{t(`result.closedBy.${closedBy ?? 'learner'}`, { time })}</Small>}
      {extraMinutes > 0 && <Small>{t('result.extra', { count: extraMinutes })}</Small>}
      {lateCount > 0 && (
        <div className={styles['tags']}>
          <Tag tone="nghe" icon={<IconClock aria-hidden="true" />}>
            {t('result.lateCount', { count: lateCount })}
          </Tag>
        </div>
      )}
      {lateProof && (
        <Small>{proofWords(lateProof, (part, values) => t(`result.proof.${part}`, values))}</Small>
      )}
    </>
  );
}
