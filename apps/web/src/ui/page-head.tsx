// The head of a page of the staff: its heading with what belongs to it, and its one main button where there is room.
import type { ReactNode } from 'react';
import styles from './page-head.module.css';

export interface PageHeadProps {
  /** The way here, above the heading. */
  path?: ReactNode;
  title: string;
  intro?: ReactNode;
  action?: ReactNode;
  /** More lines about what the page shows. */
  children?: ReactNode;
}

/** The only h1 of the page; the button goes below it when the words need the width. */
export function PageHead({ path, title, intro, action, children }: PageHeadProps) {
  return (
    <div className={styles['head']}>
      <div className={styles['titles']}>
        {path}
        <h1>{title}</h1>
        {intro && <p className={styles['intro']}>{intro}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
