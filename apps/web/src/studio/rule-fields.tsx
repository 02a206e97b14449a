// How a quiz draws, marks and lets try again: three fields that everybody needs, the rest behind a word.
import type { QuizGate, QuizLesson, QuizRule } from '@onetouch/contract';
import { planGaps } from '@onetouch/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.js';
import { Callout } from '../ui/notice.js';
import { editQuiz } from './document-edits.js';
import styles from './editor.module.css';
import { NumberField } from './fields.js';
import { MarkingRuleFields, ShowingRuleFields, TimeRuleFields } from './more-rule-fields.js';
import { PlanFields } from './plan-fields.js';
import { GateFields } from './gate-fields.js';
import { useStudio } from './studio-context.js';

export interface RulePartProps {
  quiz: QuizLesson;
  set: (wish: Partial<QuizRule>) => void;
}

/** The fields of the rule. */
export function RuleFields({ quiz }: { quiz: QuizLesson }) {
  const { t } = useTranslation('studio');
  const { edit } = useStudio();
  const set = (wish: Partial<QuizRule>) =>
    edit(editQuiz(quiz.id, (now) => ({ ...now, rule: { ...now.rule, ...wish } })));
  const setGate = (gate: QuizGate | undefined) => edit(editQuiz(quiz.id, (now) => ({ ...now, gate })));
  const { draw, passPercent, attemptsAllowed, paper } = quiz.rule;
  // It stays as it was opened or closed, also when the plan is switched off in it.
  const [wasPlanned] = useState(paper !== undefined);
  return (
    <Card as="section" className={styles['fields']} aria-label={t('quiz.rule')}>
      <h3>{t('quiz.rule')}</h3>
      <div className={styles['row']}>
        {!paper && (
          <NumberField
            of={[quiz.id, 'draw']}
            label={t('field.draw')}
            hint={t('field.drawHint', { count: quiz.questions.length })}
            value={draw}
            onChange={(next) => set({ draw: next })}
          />
        )}
        <NumberField
          of={[quiz.id, 'passPercent']}
          label={t('field.passPercent')}
          hint={t('field.passPercentHint')}
          value={passPercent}
          onChange={(next) => set({ passPercent: next })}
        />
        <NumberField
          of={[quiz.id, 'attemptsAllowed']}
          label={t('field.attemptsAllowed')}
          value={attemptsAllowed}
          onChange={(next) => set({ attemptsAllowed: next })}
        />
      </div>
      <PlanGapWords quiz={quiz} />
      <details className={styles['more']} open={wasPlanned}>
        <summary>{t('rule.more')}</summary>
        <div className={styles['fields']}>
          <PlanFields quiz={quiz} set={set} />
          <TimeRuleFields quiz={quiz} set={set} />
          <MarkingRuleFields quiz={quiz} set={set} />
          <ShowingRuleFields quiz={quiz} set={set} />
          <GateFields quiz={quiz} onChange={setGate} />
        </div>
      </details>
    </Card>
  );
}

/** What the questions cannot fill, said while it is typed. */
function PlanGapWords({ quiz: { rule, questions } }: { quiz: QuizLesson }) {
  const { t } = useTranslation('studio');
  const isNumber = Number.isInteger(rule.draw) && (rule.paper?.draws ?? []).every(({ count }) => count > 0);
  const gaps = isNumber ? planGaps(rule, questions) : [];
  if (gaps.length === 0) return null;
  return (
    <div role="status">
      <Callout tone="wait">
        {gaps.map((gap) => (
          <p key={gap.kind === 'draw' ? gap.draw : gap.kind === 'fixed' ? gap.questionId : 'set'}>
            {gap.kind === 'draw' && t('plan.drawShort', { number: gap.draw + 1, count: gap.missing })}
            {gap.kind === 'set' && t('plan.setShort', { count: gap.missing })}
            {gap.kind === 'fixed' && t('plan.fixedLost')}
          </p>
        ))}
      </Callout>
    </div>
  );
}
