// The foot of the page: what this is, and the two promises.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../paths.js';
import styles from './footer.module.css';
import { LanguageSwitch } from './language-switch.js';
import { ThemeSwitch } from './theme-switch.js';

/** One line on large screens, stacked on phones. */
export function Footer() {
  const { t } = useTranslation('shell');
  return (
    <footer className={styles['footer']}>
      <div className={styles['row']}>
        <p>{t('footer.what')}</p>
        <ul className={styles['links']}>
          <li>
            <Link to={paths.verify()}>{t('title.verify')}</Link>
          </li>
          <li>
            <Link to={paths.privacy()}>{t('title.privacy')}</Link>
          </li>
          <li>
            <Link to={paths.accessibility()}>{t('title.accessibility')}</Link>
          </li>
          <li className={styles['switches']}>
            <LanguageSwitch />
            <ThemeSwitch />
          </li>
        </ul>
      </div>
    </footer>
  );
}
