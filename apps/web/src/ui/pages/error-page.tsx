// In the place of a page that could not be shown: what happened, what is safe, a way on. The layout around it stays.
import { useTranslation } from 'react-i18next';
import { Link, useRevalidator, useRouteError } from 'react-router';
import { paths } from '../../paths.js';
import { isProblem } from '../../platform/problem.js';
import { PlainHeader, PlainMain } from '../layout/plain-layout.js';
import { Mark } from '../mark.js';
import { ErrorNotice } from '../notice.js';
import { VisuallyHidden } from '../visually-hidden.js';
import { NotAllowed, NotFound } from './not-found.js';

/** Not found and not allowed have pages of their own; everything else can be tried again. */
export function ErrorPage() {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  const status = isProblem(error) ? error.status : (error as { status?: number } | null)?.status;
  if (status === 404) return <NotFound />;
  if (status === 403) return <NotAllowed />;
  // What did not arrive, or broke while it was drawn, comes back only with a fresh load.
  const isGone = !isProblem(error) || error.code === 'network.part-missing';
  return (
    <div>
      <h1 style={{ marginBottom: 24 }}>{t('title.failed')}</h1>
      <ErrorNotice error={error} onRetry={isGone ? () => location.reload() : () => void revalidate()} />
    </div>
  );
}

/** The same where the page brings its own header: with a way out and a main part. */
export function PlainErrorPage() {
  return (
    <>
      <PlainHeader
        start={
          <Link to={paths.home()}>
            <Mark />
            <VisuallyHidden>OneTouch</VisuallyHidden>
          </Link>
        }
      />
      <PlainMain>
        <ErrorPage />
      </PlainMain>
    </>
  );
}
