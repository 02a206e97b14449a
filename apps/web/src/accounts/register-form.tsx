// The form of registering, and what is sent. Errors stand beside their fields and in a summary above.
import { accounts, consentTextVersion, limits, type ConsentPurpose } from '@onetouch/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { placeIdOf } from '../places/home-place.js';
import { noOrganisation } from '../places/organisation-picker.js';
import { call } from '../platform/call.js';
import { currentLocale, words } from '../platform/i18n.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { setMe } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Checkbox } from '../ui/choices.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FieldGroup } from '../ui/field.js';
import { FormProblem } from '../ui/form-problem.js';
import { Tag } from '../ui/tag.js';
import { PasswordInput, TextInput } from '../ui/text-input.js';
import { type Faults, useForm } from '../ui/use-form.js';
import { checkLogin, checkNewPassword } from './checks.js';
import { ConsentWords, neededPurpose, purposes, textDate } from './consent-words.js';
import styles from './form.module.css';
import {
  checkProfile,
  NameField,
  organisationBody,
  profileFaults,
  type ProfileValues,
  WhoFields,
} from './profile-fields.js';

interface Values extends ProfileValues {
  login: string;
  password: string;
  consents: ConsentPurpose[];
}

const initial: Values = {
  fullName: '',
  login: '',
  password: '',
  audience: null,
  home: { province: null, commune: null },
  organisation: noOrganisation,
  consents: [],
};

function check(values: Values): Faults<Values> {
  const isConsented = values.consents.includes(neededPurpose);
  return {
    ...checkProfile(values),
    login: checkLogin(values.login),
    password: checkNewPassword(values.password),
    consents: isConsented ? undefined : words('accounts')('fault.trainingRecord'),
  };
}

function faultsOf(problem: Problem): Faults<Values> {
  const refused = words('accounts')('fault.refused');
  const isTaken = problem.code === 'person.login-taken';
  const isConsent = problem.code === 'person.consent-required';
  return {
    ...profileFaults(problem),
    login: isTaken ? problemWords(problem) : problem.concerns('login') ? refused : undefined,
    password: problem.concerns('password') ? refused : undefined,
    consents: isConsent ? problemWords(problem) : problem.concerns('consents') ? refused : undefined,
  };
}

async function register(values: Values) {
  const { fullName, login, password, audience, home, organisation, consents } = values;
  const placeId = placeIdOf(home);
  if (!audience || !placeId) return;
  const body = {
    fullName,
    login,
    password,
    audience,
    placeId,
    ...organisationBody(organisation),
    locale: currentLocale(),
    consents: consents.map((purpose) => ({ purpose, textVersion: consentTextVersion }) as const),
  };
  setMe(await call(accounts.register, { body }));
}

/** The form; after the server has made the account it leads to `next`. */
export function RegisterForm({ next }: { next: string }) {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const send = async (values: Values) => {
    await register(values);
    await navigate(next, { replace: true });
  };
  const form = useForm<Values>({ id: 'dang-ky', initial, check, send, faultsOf });
  return (
    <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary faults={form.faults} attempt={form.attempt} />
      <Step number={1} title={t('register.account')}>
        <NameField form={form} />
        <TextInput
          {...form.text('login')}
          label={t('field.login.label')}
          hint={t('field.login.hint')}
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordInput
          {...form.text('password')}
          label={t('field.newPassword.label')}
          hint={t('field.newPassword.hint', { length: limits.passwordMinLength })}
          autoComplete="new-password"
        />
      </Step>
      <Step number={2} title={t('register.who')} hint={t('register.whoHint')}>
        <WhoFields form={form} />
      </Step>
      <Step number={3} title={t('register.consents')} hint={t('register.consentsHint')}>
        <Consents form={form} />
      </Step>
      <FormProblem problem={form.problem} />
      <Button type="submit" size="large" isWide isBusy={form.isBusy}>
        {t(form.isBusy ? 'register.busy' : 'register.action')}
      </Button>
    </form>
  );
}

interface StepProps {
  number: number;
  title: string;
  hint?: string;
  children: ReactNode;
}

function Step({ number, title, hint, children }: StepProps) {
  return (
    <Card as="section" aria-labelledby={`buoc-${number}`}>
      <h2 id={`buoc-${number}`} className={styles['step']}>
        <span className={styles['number']} aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      {hint && <p className={styles['sectionHint']}>{hint}</p>}
      <div className={styles['fields']}>{children}</div>
    </Card>
  );
}

type Form = Pick<ReturnType<typeof useForm<Values>>, 'values' | 'errors' | 'idOf' | 'choose'>;

function Consents({ form: { values, errors, idOf, choose } }: { form: Form }) {
  const { t } = useTranslation('accounts');
  const turn = (purpose: ConsentPurpose, isOn: boolean) => {
    const others = values.consents.filter((one) => one !== purpose);
    choose('consents', isOn ? [...others, purpose] : others);
  };
  return (
    <>
      <FieldGroup id={idOf('consents')} legend={t('consent.legend')} error={errors.consents}>
        {purposes.map((purpose) => (
          <Checkbox
            key={purpose}
            checked={values.consents.includes(purpose)}
            onChange={({ target }) => turn(purpose, target.checked)}
            hint={<ConsentWords purpose={purpose} />}
          >
            <strong>{t(`consent.${purpose}.title`)}</strong>{' '}
            {purpose === neededPurpose && <Tag tone="nghe">{t('consent.needed')}</Tag>}
          </Checkbox>
        ))}
      </FieldGroup>
      <p className={styles['small']}>
        {t('register.version', { date: textDate() })}{' '}
        <Link to={paths.privacy()} target="_blank">
          {t('register.privacy')}
        </Link>
      </p>
    </>
  );
}
