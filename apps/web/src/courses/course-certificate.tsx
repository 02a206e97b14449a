// What the certificate will be, and whether the name on it will be right.
import type { CoursePage, EnrolmentDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { useMe } from '../platform/session.js';
import { Card } from '../ui/card.js';
import { CourseTile } from '../ui/course-tile.js';
import styles from './course-certificate.module.css';
import { motifOf } from './course-look.js';

/** A card with a small picture of the sheet; the name check ends with the certificate. */
export function CourseCertificate({
  course,
  enrolment,
}: {
  course: CoursePage;
  enrolment: EnrolmentDetail | null;
}) {
  const { t } = useTranslation('courses');
  const me = useMe();
  return (
    <Card className={styles['card']}>
      <div className={styles['sheet']} aria-hidden="true">
        <CourseTile motif={motifOf[course.topic]} set="cham" size={16} className={styles['strip']} />
        <div className={styles['lines']} />
        <svg viewBox="0 0 21 21" className={styles['code']}>
          <path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0zM9 1h3v2H9zM10 5h2v4h-2zM1 9h4v3H1zM8 10h3v3H8zM14 9h6v2h-6zM13 13h3v3h-3zM18 14h3v3h-3zM9 16h2v5H9zM14 18h3v3h-3z" />
        </svg>
      </div>
      <div className={styles['words']}>
        <p className={styles['what']}>{t('certificate.what')}</p>
        <p>
          {t('certificate.text')} {t('certificate.issuer')} <span lang="vi">{course.issuerName}</span>.
        </p>
        {me && !enrolment?.certificateId && (
          <p className={styles['name']}>
            {t('certificate.name')} <strong lang="vi">{me.fullName}</strong> ·{' '}
            <Link to={paths.me()}>{t('certificate.fixName')}</Link>
          </p>
        )}
      </div>
    </Card>
  );
}
