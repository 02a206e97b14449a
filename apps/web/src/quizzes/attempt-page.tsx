// Placeholder: this page is being written.
import { useTranslation } from 'react-i18next';

/** The page. */
export function Component() {
  const { t } = useTranslation('quizzes');
  return <h1>{t('attempt.title')}</h1>;
}
