// The states that every screen with data has besides its data: empty, error, offline. (Loading is `Loading`.)
import IconCloudX from '@tabler/icons-react/dist/esm/icons/IconCloudX.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from './button.js';
import { Card } from './card.js';
import { CourseTile } from './course-tile.js';
import { dotted } from './dotted.js';
import styles from './notice.module.css';

interface NoticeFrameProps {
  picture: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
}

function NoticeFrame({ picture, title, children, action, role }: NoticeFrameProps) {
  return (
    <Card className={styles['notice']} role={role}>
      <div className={styles['picture']}>{picture}</div>
      <p className={styles['title']}>{title}</p>
      {children && <div className={styles['text']}>{children}</div>}
      {action && <div className={styles['action']}>{action}</div>}
    </Card>
  );
}

/** Nothing here yet: what will appear, and one action. */
export function EmptyNotice({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <NoticeFrame
      picture={<CourseTile motif="hoa" set="da" size={48} className={styles['tile']} />}
      title={title}
      action={action}
    >
      {children}
    </NoticeFrame>
  );
}

/** What failed (`title`), what is safe, the code, and a retry in place. Without a network it says so instead. */
export function ErrorNotice({
  title,
  error,
  onRetry,
}: {
  title?: string | undefined;
  error: unknown;
  onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation(['shell', 'problems']);
  const problem = isProblem(error) ? error : null;
  // A part of the page that did not come because there is no network is no fault of the page.
  const isOffline = problem?.code === 'network.part-missing' && !navigator.onLine;
  if (problem?.code === 'network.offline' || isOffline) return <OfflineNotice onRetry={onRetry} />;
  const reference = dotted(problem?.code ?? 'page.failed', problem?.requestId);
  return (
    <NoticeFrame
      role="alert"
      picture={<IconCloudX size={32} className={styles['error']} aria-hidden="true" />}
      title={title ?? t('shell:state.failed')}
      action={onRetry && <RetryButton onRetry={onRetry} />}
    >
      <p>{problem ? problemWords(problem) : t('shell:state.pageFailed')}</p>
      <p>{t('shell:state.code', { code: reference })}</p>
    </NoticeFrame>
  );
}

/** A device says that it has a network a moment before it can use it, so there is one more try after this pause. */
const settledMs = 5_000;

/** No network: `storedAt` says how old the copy on the screen is. Tries again by itself when the network is back. */
function OfflineNotice({
  storedAt,
  onRetry,
}: {
  storedAt?: Date | null;
  onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation('shell');
  const retry = useRef(onRetry);
  useEffect(() => {
    retry.current = onRetry;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const back = () => {
      clearTimeout(timer);
      retry.current?.();
      timer = setTimeout(() => retry.current?.(), settledMs);
    };
    addEventListener('online', back);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', back);
    };
  }, []);
  return (
    <NoticeFrame
      role="status"
      picture={<IconWifiOff size={32} className={styles['wait']} aria-hidden="true" />}
      title={t('state.offline')}
      action={onRetry && <RetryButton onRetry={onRetry} />}
    >
      <p>{storedAt ? t('state.offlineCopy', { time: formatWhen(storedAt) }) : t('state.offlineNothing')}</p>
    </NoticeFrame>
  );
}

function RetryButton({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Button look="outlined" isWide icon={<IconRefresh size={20} aria-hidden="true" />} onClick={onRetry}>
      {t('state.retry')}
    </Button>
  );
}

/** A coloured line of words inside a page: `tone` supports what the words say. */
export function Callout({
  tone = 'info',
  icon,
  children,
}: {
  tone?: 'info' | 'done' | 'wait' | 'error';
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      className={`${styles['callout']} ${styles[`${tone}Ground`]}`}
      role={tone === 'error' ? 'alert' : undefined}
    >
      {icon}
      <div>{children}</div>
    </div>
  );
}
