// How long, which questions, and what is enough to pass.
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { RadioCard } from '../ui/choices.js';
import { classNames } from '../ui/class-names.js';
import { FieldGroup } from '../ui/field.js';
import { TextInput } from '../ui/text-input.js';
import styles from './exam-form.module.css';
import type { RuleBase } from './exam-values.js';
import { planLines } from './rule-words.js';
import type { ExamForm } from './use-exam-form.js';

const plain = { inputMode: 'numeric', autoComplete: 'off' } as const;

/** Minutes, pass mark and questions. */
export function PaperFields({ form, base }: { form: ExamForm; base: RuleBase | null }) {
  const { t } = useTranslation('exams');
  return (
    <>
      <div className={classNames(styles['pair'], styles['even'])}>
        <TextInput
          {...form.source('minutes')}
          {...plain}
          label={t('form.minutes')}
          hint={t('form.minutesHint')}
        />
        <TextInput
          {...form.text('passPercent')}
          {...plain}
          label={t('form.passPercent')}
          hint={t('form.passPercentHint')}
        />
      </div>
      <Questions form={form} base={base} />
    </>
  );
}

function Questions({ form, base }: { form: ExamForm; base: RuleBase | null }) {
  const { t } = useTranslation('exams');
  const { values, errors, idOf, choose } = form;
  const lines = base?.rule.paper ? planLines(base.rule.paper) : [];
  const count = base?.plannedQuestions ?? 0;
  return (
    <FieldGroup
      id={values.questions === 'plan' ? idOf('draw') : undefined}
      legend={t('form.questions')}
      error={values.questions === 'plan' ? errors.draw : undefined}
    >
      <RadioCard
        name={idOf('questions')}
        title={t('form.plan')}
        checked={values.questions === 'plan'}
        onChange={() => choose('questions', 'plan')}
      >
        {base ? t('form.planText', { count, number: formatNumber(count) }) : t('form.planLater')}
        {lines.length > 0 && (
          <span className={styles['draws']}>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        )}
      </RadioCard>
      <RadioCard
        name={idOf('questions')}
        title={t('form.number')}
        checked={values.questions === 'number'}
        onChange={() => choose('questions', 'number')}
      >
        {t('form.numberText')}
      </RadioCard>
      {values.questions === 'number' && (
        <TextInput {...form.text('draw')} {...plain} label={t('form.draw')} hint={t('form.drawHint')} />
      )}
    </FieldGroup>
  );
}
