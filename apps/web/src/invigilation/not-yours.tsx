// In the place of a board that this person does not see: why that may be, and where the own rooms are.
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { paths } from '../paths.js';
import { isProblem } from '../platform/problem.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { ErrorPage } from '../ui/pages/error-page.js';
import { StaffPage } from '../ui/staff-page.js';

/** Another's room and one that is not there are told alike; any other failure is said as everywhere. */
export function NotYours() {
  const { t } = useTranslation('invigilation');
  const error = useRouteError();
  if (!isProblem(error) || error.status !== 404) return <ErrorPage />;
  return (
    <StaffPage>
      <h1>{t('notYours.title')}</h1>
      <EmptyNotice
        title={t('notYours.why')}
        action={<ButtonLink to={paths.invigilated()}>{t('notYours.action')}</ButtonLink>}
      >
        {t('notYours.text')}
      </EmptyNotice>
    </StaffPage>
  );
}
