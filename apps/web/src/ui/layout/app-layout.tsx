// The frame of public and learner pages: header, content, footer, and the bar at the bottom of phones.
import { Outlet } from 'react-router';
import { useMe } from '../../platform/session.js';
import styles from './app-layout.module.css';
import { BottomBar } from './bottom-bar.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { NewReleaseLine } from './new-release-line.js';
import { OfflineLine } from './offline-line.js';
import { SkipLink } from './skip-link.js';

/** Header, main, footer, bottom bar. */
export function AppLayout() {
  const me = useMe();
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <Header me={me} />
      <OfflineLine />
      <NewReleaseLine />
      <main id="main" tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      <Footer />
      <BottomBar me={me} />
    </div>
  );
}
