// An essay question: what to write about, how long, and the rubric. Its points are those of the rubric, added up here.
import { limits, type Question, type RubricCriterion } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../platform/format-points.js';
import { FieldGroup } from '../ui/field.js';
import styles from './editor.module.css';
import { NumberField, WordsField } from './fields.js';
import { ItemList } from './item-list.js';
import { newOptionId } from './new-parts.js';
import { PointsField } from './number-fields.js';

interface EssayFieldsProps {
  question: Question;
  onChange: (question: Question) => void;
}

const sumOf = (rubric: readonly RubricCriterion[]) => rubric.reduce((sum, { points }) => sum + points, 0);

/** The fields of an essay. */
export function EssayFields({ question, onChange }: EssayFieldsProps) {
  const { t } = useTranslation('studio');
  const { id } = question;
  const essay = question.essay ?? { maxWords: 400, rubric: [] };
  const put = (rubric: RubricCriterion[]) =>
    onChange({ ...question, essay: { ...essay, rubric }, points: sumOf(rubric) });
  return (
    <>
      <WordsField
        of={[id, 'prompt']}
        label={t('field.essayPrompt')}
        rows={3}
        value={question.prompt}
        onChange={(prompt) => onChange({ ...question, prompt })}
      />
      <NumberField
        of={[id, 'maxWords']}
        label={t('field.maxWords')}
        value={essay.maxWords}
        onChange={(maxWords) => onChange({ ...question, essay: { ...essay, maxWords } })}
      />
      <FieldGroup legend={t('field.rubric')} hint={t('field.rubricHint')}>
        <ItemList<RubricCriterion>
          of={[id, 'rubric']}
          items={essay.rubric}
          onChange={put}
          nameOf={(number) => t('field.criterion', { number })}
          fieldOf={(criterion) => `criterion-${criterion.id}`}
          keyOf={(criterion) => criterion.id}
          newItem={() => ({ id: newOptionId(essay.rubric), title: '', description: '', points: 1_000 })}
          addLabel={t('action.addCriterion')}
          removeLabel={t('action.removeCriterion')}
          max={limits.rubricCriteria}
        >
          {(criterion, _, change) => (
            <CriterionFields questionId={id} criterion={criterion} onChange={change} />
          )}
        </ItemList>
        <p role="status" className={styles['quiet']}>
          {t('field.rubricSum', { points: formatPoints(question.points || 0) })}
        </p>
      </FieldGroup>
      <WordsField
        of={[id, 'explanation']}
        label={t('field.guidance')}
        hint={t('field.guidanceHint')}
        rows={3}
        value={question.explanation}
        onChange={(explanation) => onChange({ ...question, explanation })}
      />
    </>
  );
}

interface CriterionFieldsProps {
  questionId: string;
  criterion: RubricCriterion;
  onChange: (criterion: RubricCriterion) => void;
}

function CriterionFields({ questionId, criterion, onChange }: CriterionFieldsProps) {
  const { t } = useTranslation('studio');
  return (
    <>
      <WordsField
        of={[questionId, `criterion-${criterion.id}`]}
        label={t('field.criterionTitle')}
        value={criterion.title}
        onChange={(title) => onChange({ ...criterion, title })}
      />
      <WordsField
        of={[questionId, `criterion-text-${criterion.id}`]}
        label={t('field.criterionText')}
        value={criterion.description}
        isOptional
        onChange={(description) => onChange({ ...criterion, description })}
      />
      <PointsField
        of={[questionId, `criterion-points-${criterion.id}`]}
        label={t('field.points')}
        value={criterion.points}
        onChange={(points) => onChange({ ...criterion, points })}
      />
    </>
  );
}
