// In the place of a page that could not be shown: what happened, what is safe, a way on. The layout around it stays.
import { useTranslation } from 'react-i18next';
import { useRevalidator, useRouteError } from 'react-router';
import { isProblem } from '../../platform/problem.js';
import { ErrorNotice } from '../notice.js';
import { NotAllowed, NotFound } from './not-found.js';

/** Not found and not allowed have pages of their own; everything else can be tried again. */
export function ErrorPage() {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  const status = isProblem(error) ? error.status : (error as { status?: number } | null)?.status;
  if (status === 404) return <NotFound />;
  if (status === 403) return <NotAllowed />;
  // A part of the page that is gone after an update comes back with a fresh load.
  const isProgram = !isProblem(error);
  return (
    <div>
      <h1 style={{ marginBottom: 24 }}>{t('title.failed')}</h1>
      <ErrorNotice error={error} onRetry={isProgram ? () => location.reload() : () => void revalidate()} />
    </div>
  );
}
