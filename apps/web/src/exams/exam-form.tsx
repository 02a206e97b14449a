// The form in its sections, from what must be said to what may stay as it is. Knows neither where it is sent nor what comes after.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import styles from './exam-form.module.css';
import type { RuleBase } from './exam-values.js';
import { MoreFields } from './more-fields.js';
import { PaperFields } from './paper-fields.js';
import { TimeFields } from './time-fields.js';
import type { ExamForm as Form } from './use-exam-form.js';

export interface ExamFormProps {
  form: Form;
  base: RuleBase | null;
  /** Name, course and cohorts. */
  children: ReactNode;
  action: string;
  busy: string;
  /** Where "not now" leads. */
  back: string;
}

const inMore = [
  'navigation',
  'perPage',
  'hasPartialCredit',
  'wrongPercent',
  'feedback',
  'key',
  'graceMinutes',
  'release',
  'spreadSeconds',
] as const;

/** The whole form; what may stay as it is lies folded, and opens by itself when something in it is at fault. */
export function ExamForm({ form, base, children, action, busy, back }: ExamFormProps) {
  const { t } = useTranslation('exams');
  const { errors, attempt } = form;
  const [isUnfolded, setIsUnfolded] = useState(false);
  const isOpen = isUnfolded || inMore.some((name) => errors[name]);
  return (
    <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary faults={form.faults} attempt={attempt} />
      <Section title={t('form.what')}>{children}</Section>
      <Section title={t('form.when')}>
        <TimeFields form={form} />
      </Section>
      <Section title={t('form.paper')}>
        <PaperFields form={form} base={base} />
      </Section>
      <Card className={styles['more']}>
        <details open={isOpen} onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open)}>
          <summary>
            <span className={styles['moreTitle']}>{t('form.more')}</span>
            <span className={styles['moreText']}>{t('form.moreText')}</span>
          </summary>
          <div className={styles['fields']}>
            <MoreFields form={form} />
          </div>
        </details>
      </Card>
      <FormProblem problem={form.problem} />
      <div className={styles['actions']}>
        <Button type="submit" size="large" isBusy={form.isBusy}>
          {form.isBusy ? busy : action}
        </Button>
        <ButtonLink to={back} look="outlined" size="large">
          {t('form.back')}
        </ButtonLink>
      </div>
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card as="section" className={styles['section']}>
      <h2>{title}</h2>
      <div className={styles['fields']}>{children}</div>
    </Card>
  );
}
