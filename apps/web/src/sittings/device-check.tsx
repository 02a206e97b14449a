// What this device is like for the exam, in plain words: each line says what it means, and what to do where something is missing.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes, formatTimeExact } from '../platform/format.js';
import { Card } from '../ui/card.js';
import { useIsOnline } from '../ui/layout/offline-line.js';
import { clockError, fetchAttemptPage, keepsAnswers } from './check-device.js';
import styles from './lines.module.css';
import { canOpenPapers } from './open-paper.js';
import type { LiveSitting } from './use-sitting.js';
import { useWakeLock } from './use-wake-lock.js';

interface Line {
  isFine: boolean;
  words: string;
}
/** An error of the clock that nobody would notice. */
const smallMs = 45_000;

function useStorage(): boolean | undefined {
  const [keeps, setKeeps] = useState<boolean>();
  useEffect(() => {
    let isLeft = false;
    void keepsAnswers().then((does) => isLeft || setKeeps(does));
    return () => {
      isLeft = true;
    };
  }, []);
  return keeps;
}

/** The sealed paper: on the device, only in this page, or to be fetched at the start. */
function usePaperLine({ sitting, isKept }: LiveSitting): Line | null {
  const { t } = useTranslation('sittings');
  if (!sitting.sealedPaper || !canOpenPapers()) return { isFine: false, words: t('device.paperLater') };
  if (isKept === undefined) return null;
  return { isFine: isKept, words: t(isKept ? 'device.paperKept' : 'device.paperHere') };
}

function useClockLine(): Line {
  const { t } = useTranslation('sittings');
  const error = clockError();
  if (Math.abs(error) < smallMs) return { isFine: true, words: t('device.clock') };
  const time = formatMinutes(Math.max(1, Math.round(Math.abs(error) / 60_000)));
  return { isFine: true, words: t(error > 0 ? 'device.clockFast' : 'device.clockSlow', { time }) };
}

function useNetworkLine(heardAt: number | null): Line {
  const { t } = useTranslation('sittings');
  const isOnline = useIsOnline();
  if (!isOnline) return { isFine: false, words: t('device.offline') };
  if (heardAt === null) return { isFine: false, words: t('device.unheard') };
  return { isFine: true, words: t('device.online', { time: formatTimeExact(new Date(heardAt)) }) };
}

/** The list; looking at it also fetches the files of the attempt page. */
export function DeviceCheck({ live }: { live: LiveSitting }) {
  const { t } = useTranslation('sittings');
  const titleId = useId();
  const keeps = useStorage();
  const isAwake = useWakeLock();
  const paper = usePaperLine(live);
  useEffect(() => void fetchAttemptPage(), []);
  const lines: (Line | null)[] = [
    paper,
    keeps === undefined ? null : { isFine: keeps, words: t(keeps ? 'device.keeps' : 'device.keepsNot') },
    useNetworkLine(live.heardAt),
    useClockLine(),
    { isFine: isAwake, words: t(isAwake ? 'device.awake' : 'device.sleeps') },
  ];
  return (
    <Card as="section" aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['title']}>
        {t('device.title')}
      </h2>
      <ul className={styles['lines']}>
        {lines.map(
          (line) =>
            line && (
              <li key={line.words} className={line.isFine ? styles['ok'] : styles['careful']}>
                {line.isFine ? (
                  <IconCircleCheck size={22} aria-hidden="true" />
                ) : (
                  <IconAlertTriangle size={22} aria-hidden="true" />
                )}
                <span>{line.words}</span>
              </li>
            ),
        )}
      </ul>
    </Card>
  );
}
