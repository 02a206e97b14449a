// Ways to look at an exam; each has an address of its own.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './exam-page.module.css';
import { type View, views, viewSearch } from './views.js';

/** The links; the one in use is marked for everybody. */
export function ViewLinks({ current, label }: { current: View; label: string }) {
  const { t } = useTranslation('exams');
  return (
    <nav aria-label={label} className={styles['views']}>
      {views.map((view) => (
        <Link
          key={view}
          to={{ search: viewSearch(view) }}
          preventScrollReset
          aria-current={view === current ? 'page' : undefined}
        >
          {t(`view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
