// The desk of a quiz for whoever answers for its course: how its questions do, what was put right, who got more time, and
// whose answers came late.
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { paths } from '../paths.js';
import { localized, useLocalized } from '../platform/i18n.js';
import { isProblem } from '../platform/problem.js';
import { ErrorNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { PagePath } from '../ui/page-path.js';
import { StaffPage } from '../ui/staff-page.js';
import { ViewLinks } from '../ui/view-links.js';
import { CorrectionList } from './correction-list.js';
import { type DeskView, deskViews, viewName, withPart } from './desk-search.js';
import { ExtensionsView } from './extensions-view.js';
import { LateView } from './late-view.js';
import { type DeskData, readDesk } from './read-desk.js';
import { StatisticsView } from './statistics-view.js';

/** The figures, and what the view at hand shows. */
export const loader = readDesk;

/** The page is called after the quiz. */
export function title({ statistics }: DeskData): string {
  return localized(statistics.quizTitle);
}

/** The page. */
export function Component() {
  const { t } = useTranslation('marking');
  const inWords = useLocalized();
  const data = useLoaderData<DeskData>();
  const { revalidate } = useRevalidator();
  const { search, statistics, corrections, extensions, late } = data;
  const failed = [corrections, extensions, late].find((part) => isProblem(part));
  return (
    <StaffPage>
      <PageHead
        path={<Path data={data} />}
        title={inWords(statistics.quizTitle)}
        intro={inWords(statistics.courseTitle)}
      />
      <Views data={data} />
      {failed && <ErrorNotice title={t('desk.failed')} error={failed} onRetry={() => void revalidate()} />}
      {search.view === 'statistics' && <StatisticsView data={data} />}
      {corrections && !isProblem(corrections) && (
        <CorrectionList corrections={corrections} statistics={statistics} />
      )}
      {extensions && !isProblem(extensions) && <ExtensionsView page={extensions} statistics={statistics} />}
      {late && !isProblem(late) && <LateView page={late} />}
    </StaffPage>
  );
}

function Path({ data: { statistics } }: { data: DeskData }) {
  const { t } = useTranslation('marking');
  return (
    <PagePath>
      <Link to={paths.draft(statistics.courseId)}>{t('desk.toDraft')}</Link>
    </PagePath>
  );
}

function Views({ data: { search } }: { data: DeskData }) {
  const { t } = useTranslation('marking');
  const [address] = useSearchParams();
  const searchOf = (view: DeskView) => {
    const next = withPart(withPart(address, 'view', viewName(view)), 'question', '');
    return next.size > 0 ? `?${next}` : '';
  };
  return (
    <ViewLinks
      label={t('desk.views')}
      views={deskViews}
      current={search.view}
      nameOf={(view) => t(`desk.view.${view}`)}
      searchOf={searchOf}
    />
  );
}
