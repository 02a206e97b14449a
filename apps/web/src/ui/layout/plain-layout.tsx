// For a lesson or a test, which fill the screen and bring their own header. Pages draw <header> and <PlainMain>.
import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { OfflineLine } from './offline-line.js';
import { SkipLink } from './skip-link.js';
import styles from './plain-layout.module.css';

/** Nothing but the skip link and the line that says that there is no network, unless the page says it where nothing moves. */
export function PlainLayout() {
  return (
    <>
      <SkipLink />
      <div className={styles['offline']}>
        <OfflineLine />
      </div>
      <Outlet />
    </>
  );
}

/** The bar at the top of such a page: what is closed at the left, its name, and the save state at the right. */
export function PlainHeader({
  start,
  children,
  end,
}: {
  start?: ReactNode;
  children?: ReactNode;
  end?: ReactNode;
}) {
  return (
    <header className={styles['header']}>
      {start}
      <div className={styles['middle']}>{children}</div>
      {end}
    </header>
  );
}

/** The main part of such a page; the target of the skip link. */
export function PlainMain({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <main id="main" tabIndex={-1} className={className ?? styles['main']}>
      {children}
    </main>
  );
}
