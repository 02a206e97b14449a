// Ends the session here, or everywhere.
import { accounts } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../paths.js';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { signOut } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Dialog } from '../ui/dialog.js';
import { FormProblem } from '../ui/form-problem.js';
import styles from './me-page.module.css';

/** Two buttons; ending every session is asked about, because it cannot be undone. */
export function Leaving() {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const [busy, setBusy] = useState<'here' | 'everywhere' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leave = async (where: 'here' | 'everywhere') => {
    setBusy(where);
    setProblem(null);
    try {
      if (where === 'everywhere') await call(accounts.signOutEverywhere, {}, { isQuiet: true });
      await signOut();
      await navigate(paths.home());
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Card as="section" aria-labelledby="dang-xuat">
      <h2 id="dang-xuat">{t('me.leave')}</h2>
      <p className={styles['hint']}>{t('me.leaveText')}</p>
      <div className={styles['form']}>
        {!isAsking && <FormProblem problem={problem} />}
        <div className={styles['end']}>
          <Button look="outlined" isBusy={busy === 'here'} onClick={() => void leave('here')}>
            {t('me.signOut')}
          </Button>
          <Button look="danger" onClick={() => setIsAsking(true)}>
            {t('me.signOutEverywhere')}
          </Button>
        </div>
      </div>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('me.everywhereQuestion')}
        actions={
          <>
            <Button
              look="danger-filled"
              isBusy={busy === 'everywhere'}
              onClick={() => void leave('everywhere')}
            >
              {t('me.signOutEverywhere')}
            </Button>
            <Button look="outlined" onClick={() => setIsAsking(false)}>
              {t('me.stay')}
            </Button>
          </>
        }
      >
        <p>{t('me.everywhereText')}</p>
        <FormProblem problem={problem} />
      </Dialog>
    </Card>
  );
}
