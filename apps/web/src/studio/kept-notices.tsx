// What this device has kept: work taken back after a reload, and work that lost against another save.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import { Button } from '../ui/button.js';
import styles from './conflict-notice.module.css';
import type { DraftStore } from './draft-store.js';
import type { DraftView } from './draft-view.js';
import { OwnWordsDialog } from './own-words-dialog.js';

/** The notices; nothing when there is nothing kept. */
export function KeptNotices({ store, view }: { store: DraftStore; view: DraftView }) {
  const { t } = useTranslation('studio');
  const [isReading, setIsReading] = useState(false);
  const { restoredAt, aside, draft } = view;
  return (
    <>
      {restoredAt && (
        <div role="status" className={styles['calm']}>
          <p>{t('kept.restored', { time: formatWhen(restoredAt) })}</p>
          <Button look="text" onClick={() => void store.takeServerDraft()}>
            {t('kept.discard')}
          </Button>
        </div>
      )}
      {aside && (
        <div className={styles['calm']}>
          <p>{t('kept.aside', { time: formatWhen(aside.at) })}</p>
          <div className={styles['actions']}>
            <Button look="outlined" onClick={() => setIsReading(true)}>
              {t('conflict.readOwn')}
            </Button>
            <Button look="text" onClick={() => void store.dropAside()}>
              {t('kept.dropAside')}
            </Button>
          </div>
          <OwnWordsDialog
            own={aside}
            other={draft.document}
            isOpen={isReading}
            onClose={() => setIsReading(false)}
          />
        </div>
      )}
    </>
  );
}
