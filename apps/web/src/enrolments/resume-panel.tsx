// Where to go on, one press away: the lesson worked on last in a course that is not completed.
import type { Enrolment } from '@onetouch/contract';
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import { useTranslation } from 'react-i18next';
import { motifOf } from '../courses/course-look.js';
import { resumePath } from '../courses/lesson-paths.js';
import { useAway } from '../courses/use-away.js';
import { formatMinutes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { CourseTile } from '../ui/course-tile.js';
import styles from './resume-panel.module.css';

/** Of the own enrolments, last activity first: the one to go on with, or undefined. */
export function enrolmentToResume(enrolments: readonly Enrolment[]): Enrolment | undefined {
  const open = enrolments.filter(({ resume, completedAt }) => resume && !completedAt);
  return open.find(({ startedAt }) => startedAt) ?? open[0];
}

/** The deep indigo panel; nothing when there is no lesson to go on with. */
export function ResumePanel({ enrolment, isMain }: { enrolment: Enrolment; isMain: boolean }) {
  const { t } = useTranslation('enrolments');
  const inWords = useLocalized();
  const { resume, startedAt, courseTitle, topic } = enrolment;
  const away = useAway(enrolment.id, resume?.lessonId ?? null, resume?.kind ?? null);
  if (!resume) return null;
  const isQuiz = resume.kind === 'quiz';
  const lesson = inWords(resume.title);
  return (
    <section className={styles['panel']} aria-labelledby="resume-title">
      <div className={styles['tile']}>
        <CourseTile motif={motifOf[topic]} set="cham" size={72} />
      </div>
      <div className={styles['words']}>
        <p className={styles['course']}>
          {t(startedAt ? 'myLearning.resume' : 'myLearning.begin', { course: inWords(courseTitle) })}
        </p>
        <h2 id="resume-title" className={styles['title']}>
          {isQuiz ? lesson : t('myLearning.lesson', { number: resume.number, title: lesson })}
        </h2>
        <p className={styles['facts']}>{formatMinutes(resume.minutes)}</p>
        {away && (
          <p role="status" className={styles['away']}>
            {t(`myLearning.away.${away}`)}
          </p>
        )}
      </div>
      <ButtonLink
        to={resumePath(enrolment.id, resume)}
        look={isMain ? 'go' : 'outlined'}
        size="large"
        className={styles['go']}
        icon={<IconPlayerPlayFilled size={20} aria-hidden="true" />}
      >
        {t(isQuiz ? 'myLearning.toQuiz' : startedAt ? 'myLearning.go' : 'myLearning.start')}
      </ButtonLink>
    </section>
  );
}
