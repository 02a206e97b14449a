// The outline is a column on wide screens and folds away above the editor on narrow ones.
import type { CourseDocument } from '@onetouch/contract';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { lessonsOf } from './document-edits.js';
import styles from './outline-fold.module.css';
import type { Place } from './place.js';
import { searchOf } from './place.js';

interface OutlineFoldProps {
  document: CourseDocument;
  place: Place;
  children: ReactNode;
}

/** The fold says what is open; choosing another part closes it. */
export function OutlineFold({ document, place, children }: OutlineFoldProps) {
  const { t } = useTranslation('studio');
  const localized = useLocalized();
  const search = searchOf(place);
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === search;
  const part =
    place.kind === 'module'
      ? document.modules.find(({ id }) => id === place.moduleId)
      : lessonsOf(document).find(({ id }) => place.kind === 'lesson' && id === place.lessonId);
  const name =
    place.kind === 'course' ? t('outline.course') : (part && localized(part.title)) || t('unnamed');
  return (
    <>
      <button
        type="button"
        className={styles['toggle']}
        aria-expanded={isOpen}
        onClick={() => setOpenAt(isOpen ? null : search)}
      >
        <span className={styles['words']}>
          <span className={styles['label']}>{t('outline.title')}</span>
          {name}
        </span>
        <IconChevronDown size={22} aria-hidden="true" />
      </button>
      <div className={styles['content']} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  );
}
