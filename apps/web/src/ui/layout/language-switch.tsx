// Vietnamese or English, each in its own name.
import { useTranslation } from 'react-i18next';
import { chooseLocale, currentLocale, type AppLocale } from '../../platform/i18n.js';
import styles from './switches.module.css';

const names: Record<AppLocale, { short: string; full: string }> = {
  vi: { short: 'VI', full: 'Tiếng Việt' },
  en: { short: 'EN', full: 'English' },
};

/** Two letters, the one in use stronger; pressing changes to the other language. Its name holds what is seen (WCAG 2.5.3). */
export function LanguageSwitch() {
  useTranslation('shell');
  const current = currentLocale();
  const other: AppLocale = current === 'vi' ? 'en' : 'vi';
  return (
    <button
      type="button"
      lang={other}
      className={styles['switch']}
      aria-label={`VI/EN, ${names[other].full}`}
      onClick={() => void chooseLocale(other)}
    >
      <span className={current === 'vi' ? styles['on'] : undefined}>VI</span>
      <span aria-hidden="true">/</span>
      <span className={current === 'en' ? styles['on'] : undefined}>EN</span>
    </button>
  );
}
