// Changes the own password; every other session ends.
import { accounts, limits } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { formatTime } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import type { Problem } from '../platform/problem.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { Callout } from '../ui/notice.js';
import { PasswordInput } from '../ui/text-input.js';
import { type Faults, useForm } from '../ui/use-form.js';
import { checkNewPassword } from './checks.js';
import styles from './me-page.module.css';

interface Values {
  current: string;
  next: string;
}

const empty: Values = { current: '', next: '' };

function check({ current, next }: Values): Faults<Values> {
  const t = words('accounts');
  const isSame = next !== '' && next === current;
  return {
    current: current === '' ? t('fault.password') : undefined,
    next: isSame ? t('me.passwordSame') : checkNewPassword(next),
  };
}

function faultsOf(problem: Problem): Faults<Values> {
  const t = words('accounts');
  return {
    current: problem.code === 'person.wrong-password' ? t('me.passwordWrong') : undefined,
    next: problem.concerns('next') ? t('fault.refused') : undefined,
  };
}

/** The form; `login` lets a password manager know whose password it is. */
export function PasswordForm({ login }: { login: string | null }) {
  const { t } = useTranslation('accounts');
  const [changedAt, setChangedAt] = useState<Date | null>(null);
  const send = async (body: Values) => {
    setChangedAt(null);
    await call(accounts.changePassword, { body });
    setChangedAt(new Date());
    form.reset(empty);
  };
  const form = useForm<Values>({ id: 'mat-khau', initial: empty, check, send, faultsOf });
  return (
    <Card as="section" aria-labelledby="doi-mat-khau">
      <h2 id="doi-mat-khau">{t('me.password')}</h2>
      <p className={styles['hint']}>{t('me.passwordHint')}</p>
      <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <input type="text" hidden readOnly autoComplete="username" value={login ?? ''} />
        <PasswordInput
          {...form.text('current')}
          label={t('me.currentPassword')}
          autoComplete="current-password"
        />
        <PasswordInput
          {...form.text('next')}
          label={t('me.nextPassword')}
          hint={t('field.newPassword.hint', { length: limits.passwordMinLength })}
          autoComplete="new-password"
        />
        <FormProblem problem={form.problem} />
        <div className={styles['end']}>
          <Button type="submit" look="outlined" isBusy={form.isBusy}>
            {t(form.isBusy ? 'me.saving' : 'me.changePassword')}
          </Button>
          <div role="status">
            {changedAt && (
              <Callout tone="done">{t('me.passwordChanged', { time: formatTime(changedAt) })}</Callout>
            )}
          </div>
        </div>
      </form>
    </Card>
  );
}
