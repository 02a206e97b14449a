// Placeholder: this page is being written.
import { useTranslation } from 'react-i18next';

/** The page. */
export function Component() {
  const { t } = useTranslation('studio');
  return <h1>{t('draft.title')}</h1>;
}
