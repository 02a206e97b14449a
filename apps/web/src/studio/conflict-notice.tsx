// Somebody else has saved this draft. Says what is safe and what can be done; nothing is overwritten.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { Callout } from '../ui/notice.js';
import styles from './conflict-notice.module.css';
import type { DraftStore } from './draft-store.js';
import type { DraftView } from './draft-view.js';
import { OwnWordsDialog } from './own-words-dialog.js';

/** The notice with its two ways on: the newer draft, or one's own words to copy. */
export function ConflictNotice({ store, view }: { store: DraftStore; view: DraftView }) {
  const { t } = useTranslation('studio');
  const [isReading, setIsReading] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string>();
  const notice = useRef<HTMLDivElement>(null);
  // Whoever is writing further down would not see it, and nothing that is typed there is kept any more.
  useEffect(() => notice.current?.focus(), []);
  const takeNewer = async () => {
    setIsBusy(true);
    setError(undefined);
    try {
      await store.takeServerDraft();
    } catch (reason) {
      if (!isProblem(reason)) throw reason;
      setError(problemWords(reason));
      setIsBusy(false);
    }
  };
  return (
    <div ref={notice} tabIndex={-1} role="alert" className={styles['notice']}>
      <p className={styles['title']}>{t('conflict.title')}</p>
      <p>{t('conflict.text', { time: formatWhen(view.draft.course.draftSavedAt) })}</p>
      {error && <Callout tone="error">{error}</Callout>}
      <div className={styles['actions']}>
        <Button look="outlined" isBusy={isBusy} onClick={() => void takeNewer()}>
          {t('conflict.takeNewer')}
        </Button>
        <Button look="outlined" onClick={() => setIsReading(true)}>
          {t('conflict.readOwn')}
        </Button>
      </div>
      <OwnWordsDialog
        own={{ document: view.document, base: view.base }}
        other={view.draft.document}
        isOpen={isReading}
        onClose={() => setIsReading(false)}
      />
    </div>
  );
}
