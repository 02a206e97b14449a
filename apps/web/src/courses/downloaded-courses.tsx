// What can be learned when the catalogue does not come: the courses that lie on this device.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatBytes } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { Card } from '../ui/card.js';
import styles from './downloaded-courses.module.css';
import { useDownloads } from './use-downloads.js';

/** A list of links, or nothing. */
export function DownloadedCourses() {
  const { t } = useTranslation('courses');
  const inWords = useLocalized();
  const downloads = useDownloads();
  if (downloads.length === 0) return null;
  return (
    <section aria-labelledby="downloaded-title" className={styles['section']}>
      <h2 id="downloaded-title">{t('download.list')}</h2>
      <Card isFlush>
        <ul className={styles['list']}>
          {downloads.map(({ slug, title, bytes }) => (
            <li key={slug}>
              <Link to={paths.course(slug)}>{inWords(title)}</Link>
              <span>{formatBytes(bytes)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
