// Checked in and waiting: how long still, that nothing has to be pressed, and whether the paper lies here.
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconFileCheck from '@tabler/icons-react/dist/esm/icons/IconFileCheck.mjs';
import type { Sitting } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../platform/format.js';
import { Countdown } from './countdown.js';
import { canOpenPapers } from './open-paper.js';
import { Panel } from './panel.js';
import styles from './waiting-panel.module.css';

interface WaitingPanelProps {
  sitting: Sitting;
  /** Whether the sealed paper can be read again from this device; undefined until that was tried. */
  isKept: boolean | undefined;
}

/** The panel until the start. */
export function WaitingPanel({ sitting, isKept }: WaitingPanelProps) {
  const { t } = useTranslation('sittings');
  const { exam, checkedInAt, sealedPaper } = sitting;
  const isSafe = sealedPaper !== null && canOpenPapers() && isKept;
  return (
    <Panel>
      <Countdown to={exam.startsAt} label={t('waiting.until')} />
      <ul className={styles['lines']}>
        {checkedInAt && (
          <li>
            <IconCircleCheck size={22} aria-hidden="true" />
            {t('waiting.checkedIn', { time: formatTime(checkedInAt) })}
          </li>
        )}
        {isSafe && (
          <li>
            <IconFileCheck size={22} aria-hidden="true" />
            {t('waiting.kept')}
          </li>
        )}
      </ul>
      <p>{t('waiting.byItself')}</p>
    </Panel>
  );
}
