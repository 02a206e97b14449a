// What every page stands on: its title, the focus after a step, the bar of a slow step, and scroll positions kept.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router';
import { useElapsed } from '../skeleton.js';
import styles from './root-layout.module.css';
import type { RouteHandle } from './title.js';

/** The frame around every layout. */
export function RootLayout() {
  useTitle();
  useFocusAfterStep();
  const isMoving = useNavigation().state !== 'idle';
  return (
    <>
      {isMoving && <StepBar />}
      <Outlet />
      <ScrollRestoration />
    </>
  );
}

function useTitle() {
  const { t, i18n } = useTranslation('shell');
  const match = useMatches().findLast(({ handle }) => handle);
  useEffect(() => {
    const handle = match?.handle as RouteHandle | undefined;
    const own = match?.loaderData !== undefined && handle?.titleFrom?.(match.loaderData as never);
    document.title = handle ? `${own || t(handle.title)} · OneTouch` : 'OneTouch';
  }, [match, t, i18n.language]);
}

/**
 * After a step to another page the focus goes to its heading, so that a screen reader says where one is and Tab goes on
 * there; unless the page has put it somewhere itself.
 */
function useFocusAfterStep() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const main = document.querySelector('main');
    if (!main || (main !== document.activeElement && main.contains(document.activeElement))) return;
    const heading = main.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? main).focus({ preventScroll: true });
  }, [pathname]);
}

/** Says that the next page is coming: a line after 200 ms, a sentence after 4 s. */
function StepBar() {
  const { t } = useTranslation('shell');
  const isShown = useElapsed(200);
  const isSlow = useElapsed(4_000);
  return (
    <div role="status" className={styles['step']}>
      {isShown && <div className={styles['line']} />}
      {isSlow && <p className={styles['slow']}>{t('state.slow')}</p>}
    </div>
  );
}
