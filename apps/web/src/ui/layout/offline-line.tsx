// One line under the header: no network, a server that is not reached, or somebody must sign in again before the waiting work can be sent.
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { paths } from '../../paths.js';
import { useOutboxStatus } from '../../platform/outbox.js';
import styles from './offline-line.module.css';

function subscribe(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** What the browser believes about the network; true says little, false is certain. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

/** The line, or nothing. `isAtWork` where one goes on without a network, and what one does is kept on the device. */
export function OfflineLine({ isAtWork = false }: { isAtWork?: boolean }) {
  const { t } = useTranslation('shell');
  const isOnline = useIsOnline();
  const { waiting, failedToStore, needsSignIn, isUnreached } = useOutboxStatus();
  const { pathname, search } = useLocation();
  const isSigningIn = pathname === paths.signIn();
  if (!isOnline) {
    return (
      <p className={styles['line']} role="status">
        <IconWifiOff size={20} aria-hidden="true" />
        {waiting > 0
          ? t('offline.waiting', { count: waiting })
          : t(isAtWork && failedToStore === 0 ? 'offline.goOn' : 'offline.nothing')}
      </p>
    );
  }
  if (waiting === 0 || !(needsSignIn || isUnreached)) return null;
  if (!needsSignIn) {
    return (
      <p className={styles['line']} role="status">
        <IconWifiOff size={20} aria-hidden="true" />
        {t('offline.unreached', { count: waiting })}
      </p>
    );
  }
  return (
    <p className={styles['line']} role="status">
      <IconClock size={20} aria-hidden="true" />
      <span>
        {t('offline.signInAgain', { count: waiting })}{' '}
        {!isSigningIn && <Link to={paths.signIn(pathname + search)}>{t('nav.signIn')}</Link>}
      </span>
    </p>
  );
}
