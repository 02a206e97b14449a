// Placeholder: this page is being written.
import { useTranslation } from 'react-i18next';

/** The page. */
export function Component() {
  const { t } = useTranslation('certificates');
  return <h1>{t('registry.title')}</h1>;
}
