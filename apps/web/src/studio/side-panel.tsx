// The right column: what the open lesson weighs, what is missing, what differs from the published version, all versions.
import type { ContentLesson, CourseDocument } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { ChangeList } from './change-list.js';
import { lessonsOf } from './document-edits.js';
import type { DraftView } from './draft-view.js';
import { GapsPanel } from './gaps-panel.js';
import type { Place } from './place.js';
import styles from './side-panel.module.css';
import { VersionsPanel } from './versions-panel.js';
import { WeightPanel } from './weight-panel.js';

function openLesson(document: CourseDocument, place: Place): ContentLesson | undefined {
  const lesson = lessonsOf(document).find(({ id }) => place.kind === 'lesson' && id === place.lessonId);
  return lesson?.kind === 'content' ? lesson : undefined;
}

/** Everything about the draft that is looked at and not edited. */
export function SidePanel({ view, place }: { view: DraftView; place: Place }) {
  const { document, draft } = view;
  const lesson = openLesson(document, place);
  return (
    <div className={styles['panel']}>
      {lesson && <WeightPanel lesson={lesson} audience={document.audience} />}
      <GapsPanel document={document} draft={draft} />
      <Changes view={view} />
      <VersionsPanel draft={draft} />
    </div>
  );
}

function Changes({ view: { draft, state } }: { view: DraftView }) {
  const { t } = useTranslation('studio');
  const { publishedNumber } = draft.course;
  return (
    <section aria-labelledby="changes" className={styles['section']}>
      <h2 id="changes" className={styles['title']}>
        {publishedNumber === null ? t('change.titleFirst') : t('change.title', { number: publishedNumber })}
      </h2>
      {draft.changes.length > 0 ? (
        <ChangeList changes={draft.changes} />
      ) : (
        <p className={styles['quiet']}>{t('change.none')}</p>
      )}
      {state !== 'saved' && <p className={styles['quiet']}>{t('change.asSaved')}</p>}
    </section>
  );
}
