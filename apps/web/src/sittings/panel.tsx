// The deep panel with what counts at this moment.
import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** `action` stands below the words. */
export function Panel({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <section className={styles['panel']}>
      <div className={styles['words']}>{children}</div>
      {action && <div className={styles['action']}>{action}</div>}
    </section>
  );
}
