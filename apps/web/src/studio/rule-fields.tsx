// How a quiz draws, marks and lets try again.
import type { QuizLesson, QuizRule } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.js';
import { Checkbox } from '../ui/choices.js';
import { editQuiz } from './document-edits.js';
import styles from './editor.module.css';
import { NumberField } from './fields.js';
import { useStudio } from './studio-context.js';

/** The fields of the rule. */
export function RuleFields({ quiz }: { quiz: QuizLesson }) {
  const { t } = useTranslation('studio');
  const { edit, isFrozen } = useStudio();
  const set = (wish: Partial<QuizRule>) =>
    edit(editQuiz(quiz.id, (now) => ({ ...now, rule: { ...now.rule, ...wish } })));
  const { draw, passPercent, attemptsAllowed, pauseMinutes, requiresLessons } = quiz.rule;
  return (
    <Card as="section" className={styles['fields']} aria-label={t('quiz.rule')}>
      <h3>{t('quiz.rule')}</h3>
      <div className={styles['row']}>
        <NumberField
          of={[quiz.id, 'draw']}
          label={t('field.draw')}
          hint={t('field.drawHint', { count: quiz.questions.length })}
          value={draw}
          onChange={(next) => set({ draw: next })}
        />
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
        <NumberField
          of={[quiz.id, 'pauseMinutes']}
          label={t('field.pauseMinutes')}
          value={pauseMinutes}
          onChange={(next) => set({ pauseMinutes: next })}
        />
      </div>
      <Checkbox
        checked={requiresLessons}
        disabled={isFrozen}
        onChange={({ target }) => set({ requiresLessons: target.checked })}
      >
        {t('field.requiresLessons')}
      </Checkbox>
    </Card>
  );
}
