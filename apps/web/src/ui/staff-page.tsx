// The frame of a page of the staff: its parts below each other, always the same space apart.
import type { ReactNode } from 'react';
import styles from './staff-page.module.css';

/** Whatever the page shows, from its head to its last list. */
export function StaffPage({ children }: { children: ReactNode }) {
  return <div className={styles['page']}>{children}</div>;
}
