// The course one was in the middle of, one press away.
import type { Enrolment } from '@onetouch/contract';
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { resumePath } from './lesson-paths.js';
import styles from './resume-card.module.css';

/** Of own enrolments, last activity first: the one to go on with, or undefined. */
export function openEnrolment(enrolments: readonly Enrolment[]): Enrolment | undefined {
  return enrolments.find(({ resume, completedAt }) => resume && !completedAt);
}

/** One line on large screens, stacked on phones; nothing when there is nothing to go on with. */
export function ResumeCard({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  const { resume, startedAt, courseTitle } = enrolment;
  if (!resume) return null;
  const title = inWords(resume.title);
  return (
    <Card as="section" look="go" className={styles['card']} aria-labelledby="resume-title">
      <div className={styles['words']}>
        <p className={styles['course']}>
          {t(startedAt ? 'resume.started' : 'resume.enrolled', { course: inWords(courseTitle) })}
        </p>
        <h2 id="resume-title" className={styles['title']}>
          {resume.kind === 'quiz' ? title : t('lessonTitle', { number: resume.number, title })}
        </h2>
      </div>
      <p className={styles['minutes']}>{formatMinutes(resume.minutes)}</p>
      <ButtonLink
        to={resumePath(enrolment.id, resume)}
        size="large"
        className={styles['button']}
        icon={<IconPlayerPlayFilled size={20} aria-hidden="true" />}
      >
        {t(startedAt ? 'resume.go' : 'resume.begin')}
      </ButtonLink>
    </Card>
  );
}
