// Placeholder: this page is being written.
import { useTranslation } from 'react-i18next';

/** The page. */
export function Component() {
  const { t } = useTranslation('accounts');
  return <h1>{t('signIn.title')}</h1>;
}
