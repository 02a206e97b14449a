// The head of the draft page: which course, how saving stands, preview, save, publish.
import IconDeviceFloppy from '@tabler/icons-react/dist/esm/icons/IconDeviceFloppy.mjs';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { useLocalized } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import { lessonsOf } from './document-edits.js';
import styles from './draft-bar.module.css';
import { DraftSaveState } from './draft-save-state.js';
import type { DraftStore } from './draft-store.js';
import type { DraftView } from './draft-view.js';
import type { Place } from './place.js';
import { PreviewDialog } from './preview-dialog.js';
import { PublishDialog } from './publish-dialog.js';

export interface DraftBarProps {
  store: DraftStore;
  view: DraftView;
  place: Place;
  onSave: () => void;
}

/** Title, state of saving, and the one main button. */
export function DraftBar({ store, view, place, onSave }: DraftBarProps) {
  const { t } = useTranslation('studio');
  const localized = useLocalized();
  const [open, setOpen] = useState<'preview' | 'publish' | null>(null);
  const { document, draft, state } = view;
  const number = (draft.course.publishedNumber ?? 0) + 1;
  const lesson = lessonsOf(document).find(({ id }) => place.kind === 'lesson' && id === place.lessonId);
  const isFrozen = state === 'conflict' || !draft.abilities.edit;
  return (
    <div className={styles['bar']}>
      <div className={styles['words']}>
        <p className={styles['path']}>
          <Link to={paths.desk()}>{t('desk.title')}</Link> / {t('draft.next', { number })}
        </p>
        <h1 className={styles['title']}>{localized(document.title) || t('unnamed')}</h1>
      </div>
      <div className={styles['tools']}>
        <DraftSaveState view={view} onSaveAgain={onSave} />
        {!isFrozen && (
          <Button
            look="outlined"
            icon={<IconDeviceFloppy size={20} aria-hidden="true" />}
            isBusy={state === 'sending'}
            onClick={onSave}
          >
            {t('action.save')}
          </Button>
        )}
        {lesson?.kind === 'content' && (
          <Button
            look="outlined"
            icon={<IconDeviceMobile size={20} aria-hidden="true" />}
            onClick={() => setOpen('preview')}
          >
            {t('action.preview')}
          </Button>
        )}
        {draft.abilities.publish && state !== 'conflict' && (
          <Button onClick={() => setOpen('publish')}>{t('action.publish', { number })}</Button>
        )}
      </div>
      {lesson?.kind === 'content' && (
        <PreviewDialog lesson={lesson} isOpen={open === 'preview'} onClose={() => setOpen(null)} />
      )}
      <PublishDialog store={store} view={view} isOpen={open === 'publish'} onClose={() => setOpen(null)} />
    </div>
  );
}
