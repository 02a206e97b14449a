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
import { useAway } from './use-away.js';

/** Of own enrolments, last activity first: the one to go on with, or undefined. */
export function openEnrolment(enrolments: readonly Enrolment[]): Enrolment | undefined {
  return enrolments.find(({ resume, completedAt }) => resume && !completedAt);
}

/** One line on large screens, stacked on phones; nothing when there is nothing to go on with. */
export function ResumeCard({ enrolment, isMain }: { enrolment: Enrolment; isMain: boolean }) {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  const { resume, startedAt, courseTitle } = enrolment;
  const away = useAway(enrolment.id, resume?.lessonId ?? null, resume?.kind ?? null);
  if (!resume) return null;
  const isQuiz = resume.kind === 'quiz';
  const title = inWords(resume.title);
  return (
    <Card as="section" look="go" className={styles['card']} aria-labelledby="resume-title">
      <div className={styles['words']}>
        <p className={styles['course']}>
          {t(startedAt ? 'resume.started' : 'resume.enrolled', { course: inWords(courseTitle) })}
        </p>
        <h2 id="resume-title" className={styles['title']}>
          {isQuiz ? title : t('lessonTitle', { number: resume.number, title })}
        </h2>
        {away && (
          <p role="status" className={styles['away']}>
            {t(`resume.away.${away}`)}
          </p>
        )}
      </div>
      <p className={styles['minutes']}>{formatMinutes(resume.minutes)}</p>
      <ButtonLink
        to={resumePath(enrolment.id, resume)}
        size="large"
        look={away || !isMain ? 'outlined' : 'primary'}
        className={styles['button']}
        icon={<IconPlayerPlayFilled size={20} aria-hidden="true" />}
      >
        {t(isQuiz ? 'resume.toQuiz' : startedAt ? 'resume.go' : 'resume.begin')}
      </ButtonLink>
    </Card>
  );
}
