// The last step: the reason, and the button that says for how many it counts.
import { limits, type CorrectionPreview } from '@onetouch/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextArea } from '../ui/text-input.js';
import styles from './correcting.module.css';
import type { Correcting } from './use-correcting.js';

const shortestReason = 3;
const reasonId = 'ly-do-sua';

interface ApplyFormProps {
  correcting: Correcting;
  preview: CorrectionPreview;
}

/** The form. */
export function ApplyForm({ correcting: { apply, busy, problem }, preview }: ApplyFormProps) {
  const { t } = useTranslation('marking');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const isApplying = busy === 'apply';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isShort = reason.trim().length < shortestReason;
    setError(isShort ? t('apply.reasonMissing') : undefined);
    if (isShort) document.getElementById(reasonId)?.focus();
    else if (!isApplying) void apply(reason.trim());
  };
  return (
    <Card as="section" aria-labelledby="ap-dung" className={styles['step']}>
      <h2 id="ap-dung">{t('apply.title')}</h2>
      <form noValidate className={styles['form']} onSubmit={submit}>
        <p>{t('apply.text')}</p>
        <TextArea
          id={reasonId}
          label={t('apply.reason')}
          hint={t('apply.reasonHint')}
          error={error}
          value={reason}
          maxLength={limits.reasonLength}
          rows={3}
          onChange={(event) => setReason(event.target.value)}
        />
        <FormProblem problem={problem} />
        <div>
          <Button type="submit" size="large" isBusy={isApplying}>
            {isApplying
              ? t('apply.busy')
              : t('apply.submit', { count: preview.changed, number: formatNumber(preview.changed) })}
          </Button>
        </div>
      </form>
    </Card>
  );
}
