// Not in the room: check-in is not open yet, is open, or the exam is over.
import type { Sitting } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { ButtonLink } from '../ui/button.js';
import { Countdown } from './countdown.js';
import { Panel } from './panel.js';
import type { Phase } from './phase.js';
import { whenWords } from './when.js';

interface BeforePanelProps {
  sitting: Sitting;
  phase: Phase;
  isBegun: boolean;
}

/** The panel before check-in, or after it all. */
export function BeforePanel({ sitting: { exam }, phase, isBegun }: BeforePanelProps) {
  const { t } = useTranslation('sittings');
  if (phase === 'missed') {
    return (
      <Panel
        action={
          <ButtonLink look="go" size="large" to={paths.myLearning()}>
            {t('before.toLearning')}
          </ButtonLink>
        }
      >
        <h2>{t('before.over')}</h2>
        <p>{t('before.overHelp')}</p>
      </Panel>
    );
  }
  if (phase === 'upcoming') {
    return (
      <Panel>
        <Countdown to={exam.checkInOpensAt} label={t('before.opensIn')} />
        <p>{t('before.opensAt', { when: whenWords(exam.checkInOpensAt) })}</p>
      </Panel>
    );
  }
  return (
    <Panel
      action={
        <ButtonLink look="go" size="large" to={paths.checkIn()}>
          {t('action.check-in')}
        </ButtonLink>
      }
    >
      {isBegun ? <h2>{t('before.late')}</h2> : <Countdown to={exam.startsAt} label={t('waiting.until')} />}
      <p>{t(isBegun ? 'before.lateHow' : 'before.how')}</p>
    </Panel>
  );
}
