// Whose result changes and how: a table from 768 px, a list on phones.
import type { CorrectionChange } from '@onetouch/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../platform/format-points.js';
import { RowList } from '../ui/row-list.js';
import { Small } from '../ui/row-name.js';
import { Tag, type TagTone } from '../ui/tag.js';
import { changeKind, type ChangeKind } from './change-order.js';
import styles from './correcting.module.css';

interface ChangeListProps {
  changes: CorrectionChange[];
  label: string;
  /** The last column: what was decided, or the way to it. */
  decision?: (change: CorrectionChange) => ReactNode;
}

/** The list in the shape for the screen. */
export function ChangeList({ changes, label, decision }: ChangeListProps) {
  const { t } = useTranslation('marking');
  return (
    <RowList
      rows={changes}
      keyOf={({ attemptId }) => attemptId}
      label={label}
      gap={4}
      columns={[
        { head: t('changes.person'), cell: (change) => <Person change={change} /> },
        { head: t('changes.before'), look: 'number', cell: ({ before }) => <MarkWords mark={before} /> },
        { head: t('changes.after'), look: 'number', cell: ({ after }) => <MarkWords mark={after} /> },
        { head: t('changes.result'), cell: (change) => <KindTag change={change} /> },
        { head: t('changes.certificate'), cell: ({ certificateNumber }) => certificateNumber ?? '–' },
        decision ? { head: t('changes.decision'), cell: decision } : null,
      ]}
      card={(change) => (
        <>
          <Person change={change} />
          <span>
            <MarkWords mark={change.before} /> → <MarkWords mark={change.after} />
          </span>
          <div className={styles['tags']}>
            <KindTag change={change} />
            {change.certificateNumber && (
              <Tag>{t('changes.hasCertificate', { number: change.certificateNumber })}</Tag>
            )}
          </div>
          <div className={styles['tags']}>{decision?.(change)}</div>
        </>
      )}
    />
  );
}

function Person({ change: { fullName, organisationName } }: { change: CorrectionChange }) {
  return (
    <>
      <span lang="vi" className={styles['name']}>
        {fullName}
      </span>
      <Small lang="vi">{organisationName}</Small>
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
