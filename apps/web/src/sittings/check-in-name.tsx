// Who is about to be checked in, and the way to change that on a shared machine.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { signOut, useMe } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { FormProblem } from '../ui/form-problem.js';
import styles from './check-in-page.module.css';

/** The name; changing leads through the sign-in and back to `back`. */
export function CheckInName({ back }: { back: string }) {
  const { t } = useTranslation('sittings');
  const me = useMe();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = async () => {
    try {
      await signOut();
      await navigate(paths.signIn(back));
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    }
  };
  return (
    <div>
      <p>
        {t('checkIn.name')}{' '}
        <strong lang="vi" className={styles['name']}>
          {me?.fullName}
        </strong>
      </p>
      <Button look="text" className={styles['change']} onClick={() => void change()}>
        {t('checkIn.change')}
      </Button>
      <FormProblem problem={problem} />
    </div>
  );
}
