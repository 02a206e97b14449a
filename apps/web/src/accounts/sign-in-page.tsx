// Signing in, and back to where one was going.
import { useTranslation } from 'react-i18next';
import { Link, redirect, useLocation, type LoaderFunctionArgs } from 'react-router';
import { nextPath, paths } from '../paths.js';
import { readMe } from '../platform/session.js';
import { Card } from '../ui/card.js';
import styles from './form.module.css';
import { SignInForm } from './sign-in-form.js';

/** Whoever is signed in goes on at once. */
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
        <h1>{t('signIn.title')}</h1>
        <p className={styles['intro']}>{t('signIn.intro')}</p>
      </div>
      <Card>
        <SignInForm next={next} />
      </Card>
      <div>
        <p className={styles['other']}>
          {t('signIn.noAccount')} <Link to={paths.register(next)}>{t('signIn.register')}</Link>
        </p>
        <p className={styles['small']}>{t('signIn.forgotten')}</p>
      </div>
    </div>
  );
}
