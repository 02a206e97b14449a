// In the place of a lesson that could not be opened, with a way back: the layout of lessons has no bars of its own.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { PlainHeader, PlainMain } from '../ui/layout/plain-layout.js';
import { Mark } from '../ui/mark.js';
import { ErrorPage } from '../ui/pages/error-page.js';
import styles from './lesson-failed.module.css';

/** The error page within a small frame. */
export function LessonFailed() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PlainHeader
        start={
          <Link to={paths.home()} className={styles['brand']} aria-label="OneTouch">
            <Mark />
          </Link>
        }
      >
        <Link to={paths.myLearning()} className={styles['back']}>
          {t('nav.myLearning')}
        </Link>
      </PlainHeader>
      <PlainMain>
        <ErrorPage />
      </PlainMain>
    </>
  );
}
