// Ways to look at one thing; each has an address of its own.
import { Link } from 'react-router';
import styles from './view-links.module.css';

interface ViewLinksProps<View extends string> {
  label: string;
  views: readonly View[];
  current: View;
  nameOf: (view: View) => string;
  /** The search of its address. */
  searchOf: (view: View) => string;
}

/** The links; the one in use is marked for everybody. */
export function ViewLinks<View extends string>(props: ViewLinksProps<View>) {
  const { label, views, current, nameOf, searchOf } = props;
  return (
    <nav aria-label={label} className={styles['views']}>
      {views.map((view) => (
        <Link
          key={view}
          to={{ search: searchOf(view) }}
          preventScrollReset
          aria-current={view === current ? 'page' : undefined}
        >
          {nameOf(view)}
        </Link>
      ))}
    </nav>
  );
}
