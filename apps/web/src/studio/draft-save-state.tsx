// How saving the draft stands, in words. "Saved" is said only after the server has said so.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../platform/format.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import styles from './draft-save-state.module.css';
import type { DraftView } from './draft-view.js';

type Look = 'done' | 'grey' | 'hollow' | 'alarm';

function useSaveWords({ state, draft, isKept, problem }: DraftView): { look: Look; words: string } {
  const { t } = useTranslation('studio');
  switch (state) {
    case 'saved':
      return { look: 'done', words: t('save.saved', { time: formatWhen(draft.course.draftSavedAt) }) };
    case 'sending':
      return { look: 'grey', words: t('save.sending') };
    case 'changed':
      return { look: 'hollow', words: t(isKept ? 'save.kept' : 'save.changed') };
    case 'held':
      return { look: 'hollow', words: t(isKept ? 'save.held' : 'save.heldHere') };
    case 'waiting':
      if (isKept) return { look: 'hollow', words: t('save.waiting') };
      return { look: 'alarm', words: problem ? problemWords(problem) : t('save.failed') };
    case 'conflict':
      return { look: 'alarm', words: t('save.conflict') };
    case 'failed':
      return { look: 'alarm', words: `${t('save.failed')} ${problem ? problemWords(problem) : ''}`.trim() };
  }
}

/** One line that is read out when it changes; with another try where one may help. */
export function DraftSaveState({ view, onSaveAgain }: { view: DraftView; onSaveAgain: () => void }) {
  const { t } = useTranslation('studio');
  const { look, words } = useSaveWords(view);
  const canTry = view.state === 'failed' || view.state === 'waiting';
  return (
    <div className={styles['save']}>
      <p role="status" className={styles[look]}>
        {look === 'alarm' ? (
          <IconAlertTriangle size={18} aria-hidden="true" />
        ) : (
          <span className={styles['dot']} aria-hidden="true" />
        )}
        {words}
      </p>
      {canTry && (
        <Button look="text" onClick={onSaveAgain}>
          {t('save.again')}
        </Button>
      )}
    </div>
  );
}
