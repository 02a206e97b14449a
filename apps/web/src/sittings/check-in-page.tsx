// Into the room: its code typed, scanned, or brought along by the address of a QR code. Nobody is checked in without pressing,
// because a shared machine may still know somebody else.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { paths } from '../paths.js';
import { CheckInForm } from './check-in-form.js';
import { CheckInRefusal } from './check-in-refusal.js';
import styles from './check-in-page.module.css';
import { CheckInName } from './check-in-name.js';
import { readCode } from './typed-code.js';
import { useCheckIn } from './use-check-in.js';

/** The page. */
export function Component() {
  const { t } = useTranslation('sittings');
  const { code: linked = '' } = useParams();
  const checking = useCheckIn();
  const [typed, setTyped] = useState(() => readCode(linked));
  // While the code is typed the next page comes: on a slow line that is seconds less to wait after the button.
  useEffect(() => void import('./sitting-page.js').catch(() => undefined), []);
  return (
    <div className={styles['page']}>
      <h1>{t('checkIn.title')}</h1>
      <CheckInName back={paths.checkIn(readCode(typed))} />
      <CheckInForm
        typed={typed}
        checking={checking}
        onTyped={(text) => {
          setTyped(text);
          checking.forget();
        }}
      />
      <CheckInRefusal checking={checking} />
      <p>
        <Link to={paths.sittings()} className={styles['list']}>
          {t('checkIn.list')}
        </Link>
      </p>
    </div>
  );
}
