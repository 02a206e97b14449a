// Whether the numbers are of now, and of when they are. Always at the same place; read out only when that changes.
import IconBroadcast from '@tabler/icons-react/dist/esm/icons/IconBroadcast.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTimeExact } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { classNames } from '../ui/class-names.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import type { LineState as State } from './board-line.js';
import styles from './line-state.module.css';
import type { LiveBoard } from './use-board.js';

type LineProps = Pick<LiveBoard, 'line' | 'wake'> & { asOf: string };

/** The line, or what is to be known while there is none. */
export function LineState({ line, asOf, wake }: LineProps) {
  const { t } = useTranslation('invigilation');
  const time = formatTimeExact(asOf);
  return (
    <div className={classNames(styles['frame'], styles[line])}>
      {line === 'lost' ? (
        <Lost time={time} wake={wake} />
      ) : (
        <p className={styles['line']}>
          {line === 'live' ? (
            <IconBroadcast size={20} className={styles['on']} aria-hidden="true" />
          ) : (
            <IconRefresh size={20} aria-hidden="true" />
          )}
          <span>
            {t(`line.${line}`)} {t('line.asOf', { time })}
          </span>
        </p>
      )}
      <LineNews line={line} time={time} />
    </div>
  );
}

function Lost({ time, wake }: { time: string; wake: () => void }) {
  const { t } = useTranslation('invigilation');
  return (
    <div className={styles['words']}>
      <p className={styles['line']}>
        <IconWifiOff size={20} aria-hidden="true" />
        <strong>{t('line.lost', { time })}</strong>
      </p>
      <p>{t('line.calm')}</p>
      <Button look="outlined" icon={<IconRefresh size={20} aria-hidden="true" />} onClick={wake}>
        {t('line.again')}
      </Button>
    </div>
  );
}

/** Heard once when the line is lost, and once when it is back. */
function LineNews({ line, time }: { line: State; time: string }) {
  const { t } = useTranslation('invigilation');
  const isLost = line === 'lost';
  const [said, setSaid] = useState({ isLost, time, hasBeen: false });
  // The time of the last numbers when it broke, not one that moves on under the reader.
  if (isLost !== said.isLost && line !== 'mending') setSaid({ isLost, time, hasBeen: true });
  const words = said.isLost ? t('line.lost', { time: said.time }) : t('line.back');
  return <VisuallyHidden role="status">{said.hasBeen || said.isLost ? words : ''}</VisuallyHidden>;
}
