// Whose result changes and how: a table from 768 px, a list on phones.
import type { CorrectionChange } from '@onetouch/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../platform/format-points.js';
import table from '../ui/table.module.css';
import { Tag, type TagTone } from '../ui/tag.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { changeKind, type ChangeKind } from './change-order.js';
import styles from './correcting.module.css';

interface ChangeListProps {
  changes: CorrectionChange[];
  label: string;
  /** The last column: what was decided, or the way to it. */
  decision?: (change: CorrectionChange) => ReactNode;
}

/** The list in the shape for the screen. */
export function ChangeList(props: ChangeListProps) {
  return useIsNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ changes, label, decision }: ChangeListProps) {
  const { t } = useTranslation('marking');
  return (
    <div className={table['frame']}>
      <table className={table['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('changes.person')}</th>
            <th scope="col" className={table['number']}>
              {t('changes.before')}
            </th>
            <th scope="col" className={table['number']}>
              {t('changes.after')}
            </th>
            <th scope="col">{t('changes.result')}</th>
            <th scope="col">{t('changes.certificate')}</th>
            {decision && <th scope="col">{t('changes.decision')}</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.attemptId}>
              <th scope="row">
                <Person change={change} />
              </th>
              <td className={table['number']}>
                <MarkWords mark={change.before} />
              </td>
              <td className={table['number']}>
                <MarkWords mark={change.after} />
              </td>
              <td>
                <KindTag change={change} />
              </td>
              <td>{change.certificateNumber ?? '–'}</td>
              {decision && <td>{decision(change)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ changes, label, decision }: ChangeListProps) {
  const { t } = useTranslation('marking');
  return (
    <ul className={table['list']} aria-label={label}>
      {changes.map((change) => (
        <li key={change.attemptId} className={styles['card']}>
          <Person change={change} />
          <span>
            <MarkWords mark={change.before} /> → <MarkWords mark={change.after} />
          </span>
          <span className={styles['tags']}>
            <KindTag change={change} />
            {change.certificateNumber && (
              <Tag>{t('changes.hasCertificate', { number: change.certificateNumber })}</Tag>
            )}
          </span>
          {decision?.(change)}
        </li>
      ))}
    </ul>
  );
}

function Person({ change: { fullName, organisationName } }: { change: CorrectionChange }) {
  return (
    <>
      <span lang="vi" className={styles['name']}>
        {fullName}
      </span>
      <span lang="vi" className={styles['small']}>
        {organisationName}
      </span>
    </>
  );
}

function MarkWords({ mark }: { mark: CorrectionChange['before'] }) {
  const { t } = useTranslation('marking');
  const { points, possiblePoints, hasPassed } = mark;
  return (
    <>
      {t('changes.of', { points: formatPoints(points), possible: formatPoints(possiblePoints) })}{' '}
      <span className={styles['verdict']}>{t(hasPassed ? 'changes.passed' : 'changes.failed')}</span>
    </>
  );
}

const tones: Record<ChangeKind, TagTone> = {
  loses: 'son',
  gains: 'la',
  up: 'cham',
  down: 'nghe',
  same: 'plain',
};

function KindTag({ change }: { change: CorrectionChange }) {
  const { t } = useTranslation('marking');
  const kind = changeKind(change);
  return <Tag tone={tones[kind]}>{t(`changes.kind.${kind}`)}</Tag>;
}
