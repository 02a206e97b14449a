// Gives one learner more minutes, more attempts or both. The id is made once for the dialog, so that a request sent twice counts once.
import { extensions, limits, type Extension } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { words } from '../platform/i18n.js';
import { newId } from '../platform/new-id.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextArea, TextInput } from '../ui/text-input.js';
import { type Faults, useForm } from '../ui/use-form.js';
import styles from './correcting.module.css';

interface GrantDialogProps {
  quiz: { courseId: string; lessonId: string };
  onClose: () => void;
  onGranted: (extension: Extension) => Promise<void>;
}

interface Values {
  login: string;
  minutes: string;
  attempts: string;
  reason: string;
}

const initial: Values = { login: '', minutes: '15', attempts: '0', reason: '' };
const numberOf = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

function check({ login, minutes, attempts, reason }: Values): Faults<Values> {
  const t = words('marking');
  const [more, again] = [numberOf(minutes), numberOf(attempts)];
  const isEmpty = more === 0 && again === 0;
  const isRange = (value: number, most: number) => value >= 0 && value <= most;
  return {
    ...(login.trim().length < 3 && { login: t('grant.fault.login') }),
    ...(!isRange(more, limits.extraMinutes) && {
      minutes: t('grant.fault.number', { most: limits.extraMinutes }),
    }),
    ...(isEmpty && { minutes: t('grant.fault.empty') }),
    ...(!isRange(again, limits.attemptsAllowed) && {
      attempts: t('grant.fault.number', { most: limits.attemptsAllowed }),
    }),
    ...(reason.trim().length < 3 && { reason: t('grant.fault.reason') }),
  };
}

function faultsOf(problem: Problem): Faults<Values> {
  const sentence = problemWords(problem);
  if (problem.code === 'person.not-found') return { login: sentence };
  if (problem.code === 'enrolment.not-found') return { login: words('marking')('grant.fault.notEnrolled') };
  return problem.code === 'extension.empty' ? { minutes: sentence } : {};
}

/** The dialog; ends with the extension as the server has it. */
export function GrantDialog({ quiz, onClose, onGranted }: GrantDialogProps) {
  const { t } = useTranslation('marking');
  const [id] = useState(newId);
  const { courseId, lessonId } = quiz;
  const send = async ({ login, minutes, attempts, reason }: Values) => {
    const body = {
      ...{ id, login: login.trim(), reason: reason.trim() },
      ...{ minutes: numberOf(minutes), attempts: numberOf(attempts) },
    };
    await onGranted(await call(extensions.grant, { params: { courseId, lessonId }, body }));
  };
  const form = useForm<Values>({ id: 'gia-han', initial, check, send, faultsOf });
  return (
    <Dialog
      isOpen
      onClose={() => form.isBusy || onClose()}
      title={t('grant.title')}
      actions={
        <>
          <Button isBusy={form.isBusy} onClick={() => void form.submit()}>
            {t(form.isBusy ? 'grant.busy' : 'grant.submit')}
          </Button>
          <Button look="outlined" onClick={() => form.isBusy || onClose()}>
            {t('grant.cancel')}
          </Button>
        </>
      }
    >
      <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
        <p>{t('grant.what')}</p>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <TextInput
          {...form.text('login')}
          label={t('grant.login')}
          autoComplete="off"
          autoCapitalize="none"
        />
        <TextInput
          {...form.text('minutes')}
          label={t('grant.minutes')}
          hint={t('grant.minutesHint')}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextInput
          {...form.text('attempts')}
          label={t('grant.attempts')}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextArea
          {...form.text('reason')}
          label={t('grant.reason')}
          maxLength={limits.reasonLength}
          rows={3}
        />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  );
}
