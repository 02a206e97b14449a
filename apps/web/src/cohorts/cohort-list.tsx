// Cohorts with their figures: a table from 768 px, a list on phones.
import type { CohortRow } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber, formatPercent } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { Tag } from '../ui/tag.js';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './cohort-list.module.css';
import { completedShare } from './funnel.js';
import { phaseOf, windowWords } from './phase.js';
import { StatusBar } from './status-bar.js';

interface ListProps {
  cohorts: CohortRow[];
  at: Date;
}

/** The list in the shape for the screen. */
export function CohortList(props: ListProps) {
  return useIsNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ cohorts, at }: ListProps) {
  const { t } = useTranslation('cohorts');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('list.column.cohort')}</th>
            <th scope="col">{t('list.column.window')}</th>
            <th scope="col" className={table['number']}>
              {t('list.column.members')}
            </th>
            <th scope="col" className={styles['wide']}>
              {t('list.column.progress')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <tr key={cohort.id}>
              <th scope="row">
                <Name cohort={cohort} />
              </th>
              <td>
                <When cohort={cohort} at={at} />
              </td>
              <td className={table['number']}>{formatNumber(cohort.funnel.enrolled)}</td>
              <td>
                <Progress cohort={cohort} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ cohorts, at }: ListProps) {
  const { t } = useTranslation('cohorts');
  return (
    <ul className={table['list']}>
      {cohorts.map((cohort) => (
        <li key={cohort.id} className={styles['card']}>
          <Name cohort={cohort} />
          <When cohort={cohort} at={at} />
          <div>
            <span className={styles['small']}>
              {t('members.total', {
                count: cohort.funnel.enrolled,
                number: formatNumber(cohort.funnel.enrolled),
              })}
            </span>
            <Progress cohort={cohort} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Name({ cohort }: { cohort: CohortRow }) {
  const inWords = useLocalized();
  const { id, name, courseTitle, place, organisation } = cohort;
  return (
    <>
      <Link to={paths.cohort(id)} className={styles['name']}>
        {name}
      </Link>
      <span className={styles['small']}>{inWords(courseTitle)}</span>
      <span className={styles['small']}>
        {[organisation?.name, place.fullName].filter(Boolean).join(' · ')}
      </span>
    </>
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
      <span className={styles['small']}>{facts.join(' · ')}</span>
    </div>
  );
}
