// What each role may do, in words; closed until somebody wants to know.
import { useTranslation } from 'react-i18next';
import styles from './people-page.module.css';
import { roles } from './read-people.js';

/** A disclosure with the three roles. */
export function RoleWords() {
  const { t } = useTranslation('accounts');
  return (
    <details className={styles['words']}>
      <summary>{t('people.rolesTitle')}</summary>
      <dl>
        {roles.map((role) => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`roleMay.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
