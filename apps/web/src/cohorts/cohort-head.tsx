// What the cohort is: its name, course, place, organisation and window of time.
import type { CohortDetail } from '@onetouch/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { useLocalized } from '../platform/i18n.js';
import { PageHead } from '../ui/page-head.js';
import { PagePath } from '../ui/page-path.js';
import { Tag } from '../ui/tag.js';
import styles from './cohort-page.module.css';
import { phaseOf, windowWords } from './phase.js';

/** The top of the page; `action` is its one main button. */
export function CohortHead({ cohort, action }: { cohort: CohortDetail; action: ReactNode }) {
  const { t } = useTranslation('cohorts');
  const inWords = useLocalized();
  const { name, courseSlug, courseTitle, place, organisation, evaluatedAt } = cohort;
  const phase = phaseOf(cohort, new Date(evaluatedAt));
  const where = [organisation?.name, place.fullName].filter(Boolean).join(', ');
  return (
    <PageHead
      title={name}
      action={action}
      path={
        <PagePath>
          <Link to={paths.cohorts()}>{t('one.all')}</Link>
        </PagePath>
      }
    >
      <p className={styles['course']}>
        <Link to={paths.course(courseSlug)}>{inWords(courseTitle)}</Link>
      </p>
      <p className={styles['facts']}>
        {t('one.facts', { place: where, window: windowWords(cohort) })}
        <Tag tone={phase.tone}>{phase.text}</Tag>
      </p>
    </PageHead>
  );
}
