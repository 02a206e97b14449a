// Placeholder: this page is being written.
import { useTranslation } from 'react-i18next';

/** The page. */
export function Component() {
  const { t } = useTranslation('courses');
  return <h1>{t('openLesson.title')}</h1>;
}
