// Results by name: mark, where it stands, and what was not as usual. A table from 768 px, a list on phones.
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { ExamResultRow, LateProof } from '@onetouch/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../platform/format.js';
import { formatPoints } from '../platform/format-points.js';
import table from '../ui/table.module.css';
import { Tag, type TagTone } from '../ui/tag.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './exam-page.module.css';

/** The list in the shape for the screen. */
export function ResultList({ results }: { results: ExamResultRow[] }) {
  return useIsNarrow() ? <Cards results={results} /> : <Table results={results} />;
}

function Table({ results }: { results: ExamResultRow[] }) {
  const { t } = useTranslation('exams');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('candidate.column.name')}</th>
            <th scope="col">{t('candidate.column.room')}</th>
            <th scope="col">{t('candidate.column.status')}</th>
            <th scope="col" className={table['number']}>
              {t('result.column.points')}
            </th>
            <th scope="col">{t('result.column.submitted')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.candidateId}>
              <th scope="row">
                <Name result={result} />
              </th>
              <td>{result.roomName}</td>
              <td className={table['short']}>
                <Status result={result} />
              </td>
              <td className={table['number']}>{pointsOf(result)}</td>
              <td>
                <Submitted result={result} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ results }: { results: ExamResultRow[] }) {
  return (
    <ul className={table['list']}>
      {results.map((result) => (
        <li key={result.candidateId} className={styles['card']}>
          <div className={styles['bar']}>
            <span>
              <Name result={result} />
            </span>
            <strong>{pointsOf(result)}</strong>
          </div>
          <div className={styles['tags']}>
            <Status result={result} />
            <span className={styles['small']}>{result.roomName}</span>
          </div>
          <Submitted result={result} />
        </li>
      ))}
    </ul>
  );
}

function Name({ result: { fullName, organisationName, isDemonstration } }: { result: ExamResultRow }) {
  const { t } = useTranslation('exams');
  return (
    <>
      <span className={styles['name']}>{fullName}</span>
      <span className={styles['small']}>
        {[organisationName, isDemonstration && t('demonstration')].filter(Boolean).join(' · ')}
      </span>
    </>
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
      {time && (
        <span className={styles['small']}>{t(`result.closedBy.${closedBy ?? 'learner'}`, { time })}</span>
      )}
      {extraMinutes > 0 && (
        <span className={styles['small']}>{t('result.extra', { count: extraMinutes })}</span>
      )}
      {lateCount > 0 && (
        <Tag tone="nghe" icon={<IconClock aria-hidden="true" />}>
          {t('result.lateCount', { count: lateCount })}
        </Tag>
      )}
      {lateProof && <span className={styles['small']}>{proofWords(t, lateProof)}</span>}
    </>
  );
}

/** What the device says, and when the server heard of it. */
function proofWords(t: TFunction<'exams'>, proof: LateProof): string {
  const { answeredFrom, answeredUntil, heardBeforeAt, heardAgainAt, wasSilent, devices } = proof;
  const said = { from: formatTime(answeredFrom), until: formatTime(answeredUntil) };
  return [
    t('result.proof.said', said),
    heardBeforeAt && heardAgainAt
      ? t('result.proof.silent', { before: formatTime(heardBeforeAt), again: formatTime(heardAgainAt) })
      : t('result.proof.heard'),
    heardBeforeAt && !wasSilent && t('result.proof.doubt'),
    devices > 1 && t('result.proof.devices', { count: devices }),
  ]
    .filter(Boolean)
    .join(' ');
}
