// An account in one column: who one is, where one lives, and consent to each purpose by itself. Nothing is ticked before.
import { redirect, useLocation, type LoaderFunctionArgs } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nextPath, paths } from '../paths.js';
import { readMe } from '../platform/session.js';
import styles from './form.module.css';
import { RegisterForm } from './register-form.js';

/** Whoever is signed in has an account already and goes on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  if (await readMe()) throw redirect(nextPath(searchParams));
  return null;
}

/** The page. */
export function Component() {
  const { t } = useTranslation('accounts');
  const next = nextPath(useLocation().search);
  return (
    <div className={styles['page']}>
      <div>
        <h1>{t('register.title')}</h1>
        <p className={styles['intro']}>{t('register.intro')}</p>
        <p className={styles['other']}>
          {t('register.hasAccount')} <Link to={paths.signIn(next)}>{t('register.signIn')}</Link>
        </p>
      </div>
      <RegisterForm next={next} />
    </div>
  );
}
