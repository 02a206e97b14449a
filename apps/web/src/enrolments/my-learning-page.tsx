// Placeholder: this page is being written.
import { useTranslation } from 'react-i18next';

/** The page. */
export function Component() {
  const { t } = useTranslation('enrolments');
  return <h1>{t('myLearning.title')}</h1>;
}
