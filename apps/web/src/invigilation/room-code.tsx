// The code of a room on the page of its invigilator, and the way to show it to the whole room.
import type { ExamRoom, RoomCounts } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { Card } from '../ui/card.js';
import { QrCode } from '../ui/qr-code.js';
import styles from './room-code.module.css';

/** Where the code leads, as it stands in the QR code. */
export function checkInAddress(code: string): string {
  return `${location.origin}${paths.checkIn(code)}`;
}

/** The letters of a code with air between them; read out one by one. */
export function CodeLetters({ code }: { code: string }) {
  const { t } = useTranslation('invigilation');
  return (
    <p className={styles['letters']}>
      <span className={styles['heard']}>{t('code.label', { letters: [...code].join(' ') })}</span>
      <span aria-hidden="true">{code}</span>
    </p>
  );
}

/** How many of how many have checked in. */
export function CheckedIn({ counts }: { counts: RoomCounts }) {
  const { t } = useTranslation('invigilation');
  const number = formatNumber(counts.candidates - counts.absent);
  return <p>{t('code.present', { number, total: formatNumber(counts.candidates) })}</p>;
}

/** The panel with the code. */
export function RoomCode({ room }: { room: ExamRoom }) {
  const { t } = useTranslation('invigilation');
  return (
    <Card as="section" aria-labelledby="ma-phong" className={styles['card']}>
      <QrCode content={checkInAddress(room.code)} className={styles['small']} />
      <div className={styles['words']}>
        <h2 id="ma-phong">{t('code.title')}</h2>
        <CodeLetters code={room.code} />
      </div>
    </Card>
  );
}
