// Two fields. A refusal never says which of the two was wrong; too many tries say how long to wait.
import { accounts } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../platform/call.js';
import { formatTime } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import type { Problem } from '../platform/problem.js';
import { setMe } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { Callout } from '../ui/notice.js';
import { PasswordInput, TextInput } from '../ui/text-input.js';
import { type Faults, useForm } from '../ui/use-form.js';
import { checkLogin } from './checks.js';
import styles from './form.module.css';

interface Values {
  login: string;
  password: string;
}

function check({ login, password }: Values): Faults<Values> {
  return {
    login: checkLogin(login),
    password: password === '' ? words('accounts')('fault.password') : undefined,
  };
}

/** The form; after the server has opened a session it leads to `next`. */
export function SignInForm({ next }: { next: string }) {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const send = async (body: Values) => {
    setMe(await call(accounts.signIn, { body }, { isQuiet: true }));
    await navigate(next, { replace: true });
  };
  const form = useForm<Values>({ id: 'dang-nhap', initial: { login: '', password: '' }, check, send });
  const { problem } = form;
  return (
    <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary faults={form.faults} attempt={form.attempt} />
      {problem?.retryAt ? (
        <Wait problem={problem} until={problem.retryAt} />
      ) : (
        <FormProblem problem={problem} />
      )}
      <TextInput
        {...form.text('login')}
        label={t('field.login.label')}
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordInput
        {...form.text('password')}
        label={t('signIn.password')}
        autoComplete="current-password"
      />
      <Button type="submit" size="large" isWide isBusy={form.isBusy}>
        {t(form.isBusy ? 'signIn.busy' : 'signIn.action')}
      </Button>
    </form>
  );
}

/** How long to wait, counted down by the minute. */
function Wait({ problem, until }: { problem: Problem; until: Date }) {
  const { t } = useTranslation('accounts');
  const minutes = useMinutesUntil(until);
  if (problem.code !== 'request.throttled') return <FormProblem problem={problem} />;
  if (minutes <= 0) return <Callout tone="done">{t('signIn.throttledOver')}</Callout>;
  return <Callout tone="error">{t('signIn.throttled', { count: minutes, time: formatTime(until) })}</Callout>;
}

function useMinutesUntil(until: Date): number {
  const left = () => Math.ceil((until.getTime() - Date.now()) / 60_000);
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    const tick = () => setMinutes(Math.ceil((until.getTime() - Date.now()) / 60_000));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return minutes;
}
