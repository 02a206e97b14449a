// Loading a course onto the device: how much, how far, that it is there, and how to take it off again.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatWhen } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { ProgressBar } from '../ui/progress-bar.js';
import styles from './download-panel.module.css';
import { useDownload } from './use-download.js';
import type { DownloadPlan } from './download-course.js';

/** One button and its states; nothing where the browser cannot keep anything. */
export function DownloadPanel({ plan }: { plan: DownloadPlan }) {
  const { t } = useTranslation('courses');
  const { state, total, start, stop, remove } = useDownload(plan);
  if (state.name === 'unknown') return null;
  if (state.name === 'there') {
    return (
      <div className={styles['panel']} role="status">
        <p className={styles['there']}>
          <IconCircleCheck size={20} aria-hidden="true" />
          {t('download.there')} · {formatBytes(state.record.bytes)}
        </p>
        <p className={styles['hint']}>
          {t('download.thereHint', { time: formatWhen(state.record.storedAt) })}
        </p>
        <Button look="text" className={styles['remove']} onClick={() => void remove()}>
          {t('download.remove')}
        </Button>
      </div>
    );
  }
  if (state.name === 'loading') {
    return (
      <div className={styles['panel']}>
        <ProgressBar
          value={state.bytes}
          max={total}
          label={t('download.label')}
          text={t('download.progress', { done: formatBytes(state.bytes), total: formatBytes(total) })}
        />
        <Button look="outlined" isWide onClick={stop}>
          {t('download.stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['panel']}>
      {state.name === 'failed' && (
        <p role="alert" className={styles['failed']}>
          {t(state.isFull ? 'download.full' : 'download.failed')}
        </p>
      )}
      <Button
        look="outlined"
        isWide
        icon={<IconDownload size={20} aria-hidden="true" />}
        onClick={() => void start()}
      >
        {t('download.action', { size: formatBytes(total) })}
      </Button>
      <p className={styles['hint']}>{t('download.hint')}</p>
    </div>
  );
}
