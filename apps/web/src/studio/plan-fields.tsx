// What a paper is made of: a number of all questions, or a plan of fixed questions and draws by category, tags and difficulty.
import { limits, type PaperPlan, type QuestionFilter } from '@onetouch/contract';
import { plannedCount } from '@onetouch/domain';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/choices.js';
import { FieldGroup } from '../ui/field.js';
import { ChoiceField } from './choice-field.js';
import styles from './editor.module.css';
import { NumberField, WordsField } from './fields.js';
import { ItemList } from './item-list.js';
import { OptionalPointsField, TagsField } from './number-fields.js';
import type { RulePartProps } from './rule-fields.js';
import { useStudio } from './studio-context.js';

type Draw = PaperPlan['draws'][number];
const emptyPlan: PaperPlan = { fixed: [], draws: [{ count: 1, from: {} }], keepsOrder: false };

/** The plan; switched off, `draw` questions of the whole set. */
export function PlanFields({ quiz, set }: RulePartProps) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  const { paper, draw } = quiz.rule;
  // With a plan, `draw` is its number of questions.
  const put = (plan: PaperPlan) => set({ paper: plan, draw: plannedCount({ draw, paper: plan }) || 1 });
  return (
    <FieldGroup legend={t('plan.title')}>
      <Checkbox
        checked={paper !== undefined}
        disabled={isFrozen}
        hint={t('plan.useHint')}
        onChange={({ target }) => (target.checked ? put(emptyPlan) : set({ paper: undefined }))}
      >
        {t('plan.use')}
      </Checkbox>
      {paper && (
        <>
          <p role="status">{t('plan.sum', { count: plannedCount(quiz.rule) || 0 })}</p>
          <FixedFields quiz={quiz} plan={paper} put={put} />
          <ItemList<Draw>
            of={[quiz.id, 'draws']}
            items={paper.draws}
            onChange={(draws) => put({ ...paper, draws })}
            nameOf={(number) => t('plan.draw', { number })}
            fieldOf={(_, index) => `draw-count-${index}`}
            newItem={() => ({ count: 1, from: {} })}
            addLabel={t('plan.addDraw')}
            removeLabel={t('plan.removeDraw')}
            max={limits.drawsPerPaper}
          >
            {(one, index, change) => (
              <DrawFields quizId={quiz.id} draw={one} index={index} onChange={change} />
            )}
          </ItemList>
        </>
      )}
    </FieldGroup>
  );
}

interface PlanPartProps {
  quiz: RulePartProps['quiz'];
  plan: PaperPlan;
  put: (plan: PaperPlan) => void;
}

type Fixed = PaperPlan['fixed'][number];

/** Questions that stand on every paper; one that was removed from the quiz stays in the list until it is taken out. */
function FixedFields({ quiz, plan, put }: PlanPartProps) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  const chosen = new Map(plan.fixed.map((one) => [one.questionId, one]));
  const prompts = new Map(quiz.questions.map(({ id, prompt }) => [id, prompt || t('unnamed')]));
  const lost = plan.fixed.filter(({ questionId }) => !prompts.has(questionId));
  const turn = (questionId: string, isOn: boolean) => {
    const others = plan.fixed.filter((one) => one.questionId !== questionId);
    put({ ...plan, fixed: isOn ? [...others, { questionId }] : others });
  };
  const change = (fixed: Fixed) =>
    put({ ...plan, fixed: plan.fixed.map((one) => (one.questionId === fixed.questionId ? fixed : one)) });
  return (
    <details className={styles['more']}>
      <summary>{t('plan.fixed', { count: plan.fixed.length })}</summary>
      {lost.map(({ questionId }) => (
        <Checkbox key={questionId} checked disabled={isFrozen} onChange={() => turn(questionId, false)}>
          {t('plan.removed')}
        </Checkbox>
      ))}
      {[...prompts].map(([id, prompt], index) => (
        <FixedField
          key={id}
          {...{ number: index + 1, prompt, quiz, onChange: change }}
          fixed={chosen.get(id)}
          onTurn={(isOn) => turn(id, isOn)}
        />
      ))}
      <Checkbox
        checked={plan.keepsOrder}
        disabled={isFrozen}
        onChange={({ target }) => put({ ...plan, keepsOrder: target.checked })}
      >
        {t('plan.keepsOrder')}
      </Checkbox>
    </details>
  );
}

interface FixedFieldProps {
  quiz: RulePartProps['quiz'];
  number: number;
  prompt: string;
  /** Undefined while the question is not chosen. */
  fixed: Fixed | undefined;
  onTurn: (isOn: boolean) => void;
  onChange: (fixed: Fixed) => void;
}

/** One question, and once it is chosen the points that it counts instead of its own. */
function FixedField({ quiz, number, prompt, fixed, onTurn, onChange }: FixedFieldProps) {
  const { t } = useTranslation('studio');
  const { isFrozen } = useStudio();
  return (
    <>
      <Checkbox
        checked={fixed !== undefined}
        disabled={isFrozen}
        onChange={({ target }) => onTurn(target.checked)}
      >
        {number}. <span lang="vi">{prompt}</span>
      </Checkbox>
      {fixed && (
        <div className={styles['under']}>
          <OptionalPointsField
            of={[quiz.id, `fixed-points-${fixed.questionId}`]}
            label={t('plan.fixedPoints', { number })}
            hint={t('plan.fixedPointsHint')}
            value={fixed.points}
            onChange={(points) => onChange({ ...fixed, points })}
          />
        </div>
      )}
    </>
  );
}

interface DrawFieldsProps {
  quizId: string;
  draw: Draw;
  index: number;
  onChange: (draw: Draw) => void;
}

const difficulties = ['', 'easy', 'medium', 'hard'] as const;

function DrawFields({ quizId, draw, index, onChange }: DrawFieldsProps) {
  const { t } = useTranslation('studio');
  const { from } = draw;
  const choose = (wish: QuestionFilter) => onChange({ ...draw, from: { ...from, ...wish } });
  return (
    <div className={styles['row']}>
      <NumberField
        of={[quizId, `draw-count-${index}`]}
        label={t('plan.count')}
        value={draw.count}
        onChange={(count) => onChange({ ...draw, count })}
      />
      <OptionalPointsField
        of={[quizId, `draw-points-${index}`]}
        label={t('plan.points')}
        value={draw.points}
        onChange={(points) => onChange({ ...draw, points })}
      />
      <WordsField
        of={[quizId, `draw-category-${index}`]}
        label={t('field.category')}
        value={from.category ?? ''}
        isOptional
        onChange={(category) => choose({ category: category || undefined })}
      />
      <ChoiceField
        of={[quizId, `draw-difficulty-${index}`]}
        label={t('field.difficulty')}
        value={from.difficulty ?? ''}
        choices={difficulties}
        wordsOf={(choice) => (choice ? t(`value.difficulty.${choice}`) : t('plan.anyDifficulty'))}
        onChange={(choice) => choose({ difficulty: choice || undefined })}
      />
      <TagsField
        of={[quizId, `draw-tags-${index}`]}
        label={t('field.tags')}
        value={from.tags}
        onChange={(tags) => choose({ tags })}
      />
    </div>
  );
}
