// One's own profile: what is known, the password, consents by purpose, language and theme, and leaving.
import { accounts, type Consent } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { formatPhone } from '../platform/format.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { useMe } from '../platform/session.js';
import { Tag } from '../ui/tag.js';
import { Consents } from './consents.js';
import { Leaving } from './leaving.js';
import { LookChoices } from './look-choices.js';
import styles from './me-page.module.css';
import { OwnRoles } from './own-roles.js';
import { PasswordForm } from './password-form.js';
import { ProfileForm } from './profile-form.js';

interface MeData {
  /** The consents, or why they are not there: the rest of the page stands without them. */
  consents: Consent[] | Problem;
}

/** The consents; who one is, is known to the session. */
export async function loader({ request: { signal } }: LoaderFunctionArgs): Promise<MeData> {
  try {
    return { consents: (await call(accounts.listConsents, {}, { signal })).items };
  } catch (error) {
    if (!isProblem(error) || error.code === 'session.missing') throw error;
    return { consents: error };
  }
}

/** The page. */
export function Component() {
  const { t } = useTranslation('accounts');
  const { consents } = useLoaderData<MeData>();
  const me = useMe();
  if (!me) return null;
  const login = me.email ?? (me.phone && formatPhone(me.phone));
  return (
    <div className={styles['page']}>
      <div>
        <h1>{me.fullName}</h1>
        <p className={styles['facts']}>
          {login && <span>{t('me.loginAs', { login })}</span>}
          {me.isDemonstration && <Tag tone="nghe">{t('me.demonstration')}</Tag>}
        </p>
      </div>
      <OwnRoles me={me} />
      <ProfileForm key={me.id} me={me} />
      <Consents consents={consents} />
      <LookChoices />
      <PasswordForm login={login} />
      <Leaving />
    </div>
  );
}
