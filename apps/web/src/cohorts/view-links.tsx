// Three ways to look at a cohort; each has an address of its own.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './cohort-page.module.css';
import { type View, views, viewSearch } from './member-filters.js';

/** The links; the one in use is marked for everybody. */
export function ViewLinks({ current }: { current: View }) {
  const { t } = useTranslation('cohorts');
  return (
    <nav aria-label={t('one.views')} className={styles['views']}>
      {views.map((view) => (
        <Link
          key={view}
          to={{ search: viewSearch(view) }}
          preventScrollReset
          aria-current={view === current ? 'page' : undefined}
        >
          {t(`one.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
