// Title and minutes, which a content lesson and a quiz both have.
import type { Lesson } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { Card } from '../ui/card.js';
import { editLesson } from './document-edits.js';
import styles from './editor.module.css';
import { LocalizedField, NumberField } from './fields.js';
import { headingId } from './place.js';
import { useStudio } from './studio-context.js';

/** The head of a lesson's editor. */
export function LessonFacts({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('studio');
  const { edit } = useStudio();
  const localized = useLocalized();
  return (
    <>
      <h2 id={headingId} tabIndex={-1}>
        {localized(lesson.title) || t('unnamed')}
      </h2>
      <Card className={styles['fields']}>
        <LocalizedField
          of={[lesson.id, 'title']}
          label={t(lesson.kind === 'quiz' ? 'field.quizTitle' : 'field.lessonTitle')}
          value={lesson.title}
          onChange={(title) => edit(editLesson(lesson.id, (now) => ({ ...now, title })))}
        />
        <NumberField
          of={[lesson.id, 'minutes']}
          label={t('field.minutes')}
          value={lesson.minutes}
          onChange={(minutes) => edit(editLesson(lesson.id, (now) => ({ ...now, minutes })))}
        />
      </Card>
    </>
  );
}
