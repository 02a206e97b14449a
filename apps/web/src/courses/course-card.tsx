// One course in a list: role, title, one line, progress, duration, weight. The whole card is the target.
import type { CourseCard as Course, Enrolment } from '@onetouch/contract';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatMinutes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { classNames } from '../ui/class-names.js';
import { CourseTile } from '../ui/course-tile.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { AudienceTag } from './audience-tag.js';
import styles from './course-card.module.css';
import { motifOf, setOf } from './course-look.js';
import { canDownload } from './download-records.js';
import { WeightLine } from './weight-line.js';

export interface CourseCardProps {
  course: Course;
  enrolment?: Enrolment | undefined;
  /** The whole course lies on this device. */
  isDownloaded?: boolean | undefined;
}

/** A card; wide with the tile at the left on phones, tall with the tile on top from 768 px. */
export function CourseCard({ course, enrolment, isDownloaded }: CourseCardProps) {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  const isNarrow = useIsNarrow();
  return (
    <article className={styles['card']}>
      <CourseTile motif={motifOf[course.topic]} set={setOf[course.audience]} className={styles['tile']} />
      <div className={styles['body']}>
        <AudienceTag audience={course.audience} />
        <h3 className={styles['title']}>
          <Link to={paths.course(course.slug)}>{inWords(course.title)}</Link>
        </h3>
        <p className={styles['summary']}>{inWords(course.summary)}</p>
        {enrolment && <EnrolmentLine enrolment={enrolment} />}
        <ul className={styles['facts']}>
          <li>
            <IconClock size={18} aria-hidden="true" />
            {formatMinutes(course.minutes)} · {t('lessonCount', { count: course.lessonCount })}
          </li>
          <li>
            <WeightLine bytes={course.weightBytes} />
          </li>
          {isDownloaded && isNarrow && (
            <li className={styles['downloaded']}>
              <IconCircleCheck size={18} aria-hidden="true" />
              {t('download.there')}
            </li>
          )}
        </ul>
      </div>
      {!isNarrow && canDownload() && <OfflineBadge isDownloaded={isDownloaded ?? false} />}
    </article>
  );
}

/** On the cover: the course lies on this device, or may. */
function OfflineBadge({ isDownloaded }: { isDownloaded: boolean }) {
  const { t } = useTranslation('courses');
  const Icon = isDownloaded ? IconCircleCheck : IconDownload;
  return (
    <p className={classNames(styles['badge'], isDownloaded && styles['downloaded'])}>
      <Icon size={18} aria-hidden="true" />
      {t(isDownloaded ? 'download.there' : 'download.possible')}
    </p>
  );
}

function EnrolmentLine({ enrolment: { steps, completedAt } }: { enrolment: Enrolment }) {
  const { t } = useTranslation('courses');
  return (
    <ProgressBar
      value={steps.done}
      max={steps.total}
      tone={completedAt ? 'done' : 'primary'}
      label={t('progress.label')}
      text={completedAt ? t('progress.complete') : t('progress.steps', { ...steps })}
    />
  );
}
