// The facts of a course in two columns: how long, how heavy, how new, and who answers for it.
import type { CoursePage, EnrolmentDetail } from '@onetouch/contract';
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconFeather from '@tabler/icons-react/dist/esm/icons/IconFeather.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconVersions from '@tabler/icons-react/dist/esm/icons/IconVersions.mjs';
import IconWifi from '@tabler/icons-react/dist/esm/icons/IconWifi.mjs';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatDate, formatMinutes, formatNumber } from '../platform/format.js';
import styles from './course-facts.module.css';
import { numberedLessons } from './lesson-paths.js';
import { isLight } from './weight-line.js';

/** A list of terms; for an enrolled learner time and weight are those of the own version. */
export function CourseFacts({
  course,
  enrolment,
}: {
  course: CoursePage;
  enrolment: EnrolmentDetail | null;
}) {
  const { t } = useTranslation('courses');
  const { minutes, weightBytes } = enrolment ? figuresOf(enrolment) : course;
  const light = isLight(weightBytes);
  const facts = [
    { Icon: IconClock, name: t('facts.minutes'), value: formatMinutes(minutes) },
    {
      Icon: light ? IconFeather : IconWifi,
      name: t('facts.weight'),
      value: `${formatBytes(weightBytes)}, ${t(light ? 'facts.light' : 'facts.heavy')}`,
    },
    { Icon: IconUsers, name: t('facts.learners'), value: formatNumber(course.learnerCount) },
    { Icon: IconRefresh, name: t('facts.updated'), value: formatDate(course.updatedAt) },
    {
      Icon: IconVersions,
      name: t(enrolment ? 'facts.ownVersion' : 'facts.version'),
      value: String(enrolment?.versionNumber ?? course.versionNumber),
    },
    { Icon: IconUser, name: t('facts.trainer'), value: course.trainerName, lang: 'vi' },
    { Icon: IconBuilding, name: t('facts.issuer'), value: course.issuerName, lang: 'vi' },
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(({ Icon, name, value, lang }) => (
        <div key={name}>
          <dt>
            <Icon size={18} aria-hidden="true" />
            {name}
          </dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function figuresOf({ outline }: EnrolmentDetail) {
  const lessons = numberedLessons(outline);
  return {
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    weightBytes: lessons.reduce((sum, lesson) => sum + lesson.weightBytes, 0),
  };
}
