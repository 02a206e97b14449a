// Cohorts with their figures: a table from 768 px, a list on phones.
import type { CohortRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { formatNumber, formatPercent } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { dotted } from '../ui/dotted.js';
import { RowList } from '../ui/row-list.js';
import { RowName, Small } from '../ui/row-name.js';
import { Tag } from '../ui/tag.js';
import styles from './cohort-list.module.css';
import { completedShare } from './funnel.js';
import { phaseOf, windowWords } from './phase.js';
import { StatusBar } from './status-bar.js';

interface ListProps {
  cohorts: CohortRow[];
  at: Date;
}

/** The list in the shape for the screen. */
export function CohortList({ cohorts, at }: ListProps) {
  const { t } = useTranslation('cohorts');
  return (
    <RowList
      rows={cohorts}
      keyOf={({ id }) => id}
      gap={8}
      columns={[
        { head: t('list.column.cohort'), cell: (cohort) => <Name cohort={cohort} /> },
        { head: t('list.column.window'), cell: (cohort) => <When cohort={cohort} at={at} /> },
        {
          head: t('list.column.members'),
          look: 'number',
          cell: ({ funnel }) => formatNumber(funnel.enrolled),
        },
        {
          head: t('list.column.progress'),
          className: styles['wide'],
          cell: (cohort) => <Progress cohort={cohort} />,
        },
      ]}
      card={(cohort) => <Card cohort={cohort} at={at} />}
    />
  );
}

function Card({ cohort, at }: { cohort: CohortRow; at: Date }) {
  const { t } = useTranslation('cohorts');
  const count = cohort.funnel.enrolled;
  return (
    <>
      <Name cohort={cohort} />
      <When cohort={cohort} at={at} />
      <div>
        <Small>{t('members.total', { count, number: formatNumber(count) })}</Small>
        <Progress cohort={cohort} />
      </div>
    </>
  );
}

function Name({ cohort }: { cohort: CohortRow }) {
  const inWords = useLocalized();
  const { id, name, courseTitle, place, organisation } = cohort;
  return (
    <RowName to={paths.cohort(id)} small={[inWords(courseTitle), dotted(organisation?.name, place.fullName)]}>
      {name}
    </RowName>
  );
}

function When({ cohort, at }: { cohort: CohortRow; at: Date }) {
  const { text, tone } = phaseOf(cohort, at);
  return (
    <div className={styles['when']}>
      <span className={styles['window']}>{windowWords(cohort)}</span>
      <Tag tone={tone}>{text}</Tag>
    </div>
  );
}

function Progress({ cohort: { funnel } }: { cohort: CohortRow }) {
  const { t } = useTranslation('cohorts');
  const { enrolled, completed, certified } = funnel;
  const facts = [
    t('part.of', { done: formatNumber(completed), number: formatNumber(enrolled) }),
    `${formatNumber(certified)} ${t('status.certified').toLocaleLowerCase()}`,
  ];
  return (
    <div className={styles['progress']}>
      <div className={styles['barRow']}>
        <StatusBar funnel={funnel} size="small" />
        <strong>{formatPercent(completedShare(funnel))}</strong>
      </div>
      <Small>{facts.join(' · ')}</Small>
    </div>
  );
}
