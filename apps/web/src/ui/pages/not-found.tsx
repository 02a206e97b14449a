// An address that leads nowhere, or to something that is not for this person.
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { ButtonLink } from '../button.js';
import { CourseTile } from '../course-tile.js';
import styles from './reading.module.css';

/** No such page: what to do instead. */
export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <div className={styles['reading']}>
      <CourseTile motif="hoa" set="da" className={styles['tiles']} />
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <ButtonLink to={paths.home()}>{t('notFound.action')}</ButtonLink>
      </p>
    </div>
  );
}

/** There is such a page, but this person may not open it: who to ask. */
export function NotAllowed() {
  const { t } = useTranslation('shell');
  return (
    <div className={styles['reading']}>
      <CourseTile motif="hoa" set="da" className={styles['tiles']} />
      <h1>{t('notAllowed.title')}</h1>
      <p>{t('notAllowed.text')}</p>
      <p>
        <ButtonLink to={paths.home()}>{t('notFound.action')}</ButtonLink>
      </p>
    </div>
  );
}
