// One course that somebody learns or has completed: how far, what to do, and why it is not at 100 % yet.
import type { Enrolment } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { motifOf, setOf } from '../courses/course-look.js';
import { resumePath } from '../courses/lesson-paths.js';
import { paths } from '../paths.js';
import { formatDate, formatPercent, formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { CourseTile } from '../ui/course-tile.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './enrolment-card.module.css';
import { WhyNotComplete } from './why-not-complete.js';

/** A card; completed courses lead to their certificate. */
export function EnrolmentCard({ enrolment }: { enrolment: Enrolment }) {
  const inWords = useLocalized();
  const { id, courseTitle, courseSlug, audience, topic, completedAt, startedAt } = enrolment;
  const course = inWords(courseTitle);
  return (
    <Card as="li" isFlush className={styles['card']}>
      <div className={styles['body']}>
        <div className={styles['tile']}>
          <CourseTile motif={motifOf[topic]} set={setOf[audience]} size={28} />
        </div>
        <div className={styles['words']}>
          <h2 className={styles['title']}>
            <Link to={paths.course(courseSlug)}>{course}</Link>
          </h2>
          <Facts enrolment={enrolment} />
        </div>
        <Progress enrolment={enrolment} course={course} />
        <div className={styles['action']}>
          <MainAction enrolment={enrolment} course={course} />
        </div>
      </div>
      {!completedAt && startedAt && <WhyNotComplete enrolmentId={id} course={course} />}
    </Card>
  );
}

function Facts({
  enrolment: { completedAt, lastActivityAt, enrolledAt, versionNumber },
}: {
  enrolment: Enrolment;
}) {
  const { t } = useTranslation('enrolments');
  const when = completedAt
    ? t('myLearning.completedAt', { time: formatWhen(completedAt) })
    : lastActivityAt
      ? t('myLearning.lastActivity', { date: formatDate(lastActivityAt) })
      : t('myLearning.enrolledAt', { date: formatDate(enrolledAt) });
  return (
    <p className={styles['facts']}>
      {when.charAt(0).toLocaleUpperCase()}
      {when.slice(1)} · {t('myLearning.version', { number: versionNumber })}
    </p>
  );
}

function Progress({
  enrolment: { steps, percent, completedAt },
  course,
}: {
  enrolment: Enrolment;
  course: string;
}) {
  const { t } = useTranslation('enrolments');
  const words = t('myLearning.steps', { ...steps });
  return (
    <div className={styles['progress']}>
      <p className={styles['progressLine']}>
        <span>{words}</span>
        <span>{formatPercent(percent)}</span>
      </p>
      <ProgressBar
        label={t('myLearning.progressOf', { course })}
        value={steps.done}
        max={steps.total}
        tone={completedAt ? 'done' : 'primary'}
      />
    </div>
  );
}

function MainAction({ enrolment, course }: { enrolment: Enrolment; course: string }) {
  const { t } = useTranslation('enrolments');
  const { resume, certificateId, completedAt, startedAt, id, courseSlug } = enrolment;
  const act = ((): { to: string; word: string } => {
    if (certificateId) return { to: paths.certificate(certificateId), word: t('myLearning.certificate') };
    if (completedAt) return { to: paths.certificates(), word: t('myLearning.claim') };
    if (!resume) return { to: paths.course(courseSlug), word: t('myLearning.toCourse') };
    if (resume.kind === 'quiz') return { to: resumePath(id, resume), word: t('myLearning.toQuiz') };
    return { to: resumePath(id, resume), word: t(startedAt ? 'myLearning.go' : 'myLearning.start') };
  })();
  return (
    <ButtonLink to={act.to} look="outlined" isWide>
      {act.word}
      <VisuallyHidden> {t('myLearning.of', { course })}</VisuallyHidden>
    </ButtonLink>
  );
}
