// What a graded question has beyond a quick check: its points, and the lesson to read again after a wrong answer.
import type { CourseDocument, Question } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../platform/i18n.js';
import { Select } from '../ui/select.js';
import { lessonsOf } from './document-edits.js';
import styles from './editor.module.css';
import { PointsField } from './number-fields.js';
import { fieldId } from './place.js';
import { useFault, useStudio } from './studio-context.js';

interface QuestionMarksProps {
  question: Question;
  document: CourseDocument;
  onChange: (question: Question) => void;
}

/** Points and the lesson to read again. */
export function QuestionMarks({ question, document, onChange }: QuestionMarksProps) {
  const { t } = useTranslation('studio');
  const localized = useLocalized();
  const { isFrozen } = useStudio();
  const reviewId = fieldId(question.id, 'review');
  const { error, onBlur } = useFault(reviewId);
  const lessons = lessonsOf(document).filter(({ kind }) => kind === 'content');
  const isLost = !lessons.some(({ id }) => id === question.review);
  return (
    <div className={styles['row']}>
      <Select
        id={reviewId}
        label={t('field.review')}
        error={error}
        value={isLost ? '' : question.review}
        disabled={isFrozen}
        onBlur={onBlur}
        onChange={({ target }) => target.value && onChange({ ...question, review: target.value })}
      >
        {isLost && <option value="">{t('field.reviewLost')}</option>}
        {lessons.map((lesson) => (
          <option key={lesson.id} value={lesson.id}>
            {localized(lesson.title) || t('unnamed')}
          </option>
        ))}
      </Select>
      {question.kind !== 'essay' && (
        <PointsField
          of={[question.id, 'points']}
          label={t('field.points')}
          hint={t('field.pointsHint')}
          value={question.points}
          onChange={(points) => onChange({ ...question, points })}
        />
      )}
    </div>
  );
}
