// What one is asked to agree to, in plain words: what for, and what happens without.
import { consentTextVersion, type ConsentPurpose } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../platform/format.js';
import styles from './consent-words.module.css';

/** Every purpose, the needed one first. */
export const purposes = [
  'training-record',
  'certificate-publication',
  'reminders',
  'improvement',
] as const satisfies ConsentPurpose[];

/** The one without which there is no account. */
export const neededPurpose: ConsentPurpose = 'training-record';

/** The day of a consent text, as people write it: midnight UTC is in the morning of that day here. */
export function textDate(version: string = consentTextVersion): string {
  return formatDate(`${version}T00:00:00Z`);
}

/** What for, and what happens without. */
export function ConsentWords({ purpose }: { purpose: ConsentPurpose }) {
  const { t } = useTranslation('accounts');
  return (
    <span className={styles['words']}>
      <span>{t(`consent.${purpose}.text`)}</span>
      <span>{t(`consent.${purpose}.without`)}</span>
    </span>
  );
}
