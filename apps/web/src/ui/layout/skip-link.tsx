// The first stop of the Tab key: past the bars, to the content.
import { useTranslation } from 'react-i18next';
import styles from './skip-link.module.css';

/** Seen only while it has the focus; every layout has a `<main id="main">`. */
export function SkipLink() {
  const { t } = useTranslation('shell');
  return (
    <a
      href="#main"
      className={styles['skip']}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {t('nav.skip')}
    </a>
  );
}
