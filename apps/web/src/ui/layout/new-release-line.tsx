// One calm line: there is a new version of the page. Not on lessons and tests, which nobody should leave for it.
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import { openNewRelease, useHasNewRelease } from '../../platform/new-release.js';
import styles from './offline-line.module.css';

/** The line with its button, or nothing. */
export function NewReleaseLine() {
  const { t } = useTranslation('shell');
  if (!useHasNewRelease()) return null;
  return (
    <div className={`${styles['line']} ${styles['news']}`} role="status">
      <IconRefresh size={20} aria-hidden="true" />
      <span>
        {t('release.ready')}{' '}
        <button type="button" className={styles['action']} onClick={() => void openNewRelease()}>
          {t('release.open')}
        </button>
      </span>
    </div>
  );
}
