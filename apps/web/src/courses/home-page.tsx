// The front door: go on learning, or find a course for one's role. The address holds every filter.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaderData, useNavigate, useRevalidator, useSearchParams } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { isProblem } from '../platform/problem.js';
import { useMe } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/notice.js';
import { everyRole, names, sorts, withFilter } from './catalogue-filters.js';
import { CourseList } from './course-list.js';
import { DownloadedCourses } from './downloaded-courses.js';
import { FilterBar } from './filter-bar.js';
import styles from './home-page.module.css';
import { keepRole } from './kept-role.js';
import { OtherCourses } from './other-courses.js';
import { type CatalogueData, readCatalogue } from './read-catalogue.js';
import { openEnrolment, ResumeCard } from './resume-card.js';
import { RoleChooser } from './role-chooser.js';
import { SearchBox } from './search-box.js';
import { PageSlot } from '../ui/page-slot.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { useAskedSearch } from '../ui/use-asked-search.js';

/** The catalogue with its filters. */
export const loader = readCatalogue;

/** The page. */
export function Component() {
  const { t } = useTranslation('courses');
  const data = useLoaderData<CatalogueData>();
  const [search, setSearch] = useAskedSearch();
  const isNarrow = useIsNarrow();
  const { role, filters, found } = data;
  const change = (next: URLSearchParams) => setSearch(next, { replace: true, preventScrollReset: true });
  const resume = openEnrolment(data.enrolments);
  const [isTaken, setIsTaken] = useState(false);
  useKeptPages(data);

  const chooser = (
    <RoleChooser
      key="role"
      role={role}
      counts={isProblem(found) ? null : found.counts}
      onChoose={(chosen) => {
        keepRole(chosen);
        change(withFilter(search, names.role, chosen));
      }}
    />
  );
  const box = <HomeSearch key="search" isMain={!resume && !isTaken} />;
  return (
    <div className={styles['page']}>
      <div className={styles['hero']}>
        <h1>{t('home.title')}</h1>
        <p className={styles['promise']}>{t('home.promise')}</p>
      </div>
      <PageSlot slot="home" onMain={setIsTaken} />
      {resume && (
        <div className={styles['resumeFirst']}>
          <ResumeCard enrolment={resume} isMain={!isTaken} />
        </div>
      )}
      {/* On a phone the cards fill the screen: whoever has begun already has a role, and searches first. */}
      {isNarrow && resume ? [box, chooser] : [chooser, box]}
      <FilterBar
        filters={filters}
        onFilter={(name, value) => change(withFilter(search, name, value))}
        onClear={() => change(onlyRole(search))}
      />
      <FoundSection data={data} onClear={() => change(onlyRole(search))} />
    </div>
  );
}

/** From here on this list, own courses and certificates can be read without a network. */
function useKeptPages(data: CatalogueData) {
  const personId = useMe()?.id;
  useEffect(() => {
    if (typeof caches === 'undefined') return;
    void import('./keep-own-pages.js').then(
      ({ keepCatalogue, keepOwnPages }) => Promise.all([keepCatalogue(data), keepOwnPages()]),
      () => undefined,
    );
  }, [data, personId]);
}

function onlyRole(search: URLSearchParams): URLSearchParams {
  return withFilter(new URLSearchParams(), names.role, search.get(names.role) ?? '');
}

/** One filled button on a screen: the search gives way to going on with a course. */
function HomeSearch({ isMain }: { isMain: boolean }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  return (
    <SearchBox
      words={words}
      onWords={setWords}
      onSubmit={(wanted) => void navigate(paths.search(wanted.trim()))}
      hint={t('search.hint')}
      button={
        <Button type="submit" size="large" look={isMain ? 'primary' : 'outlined'}>
          {t('search.action')}
        </Button>
      }
    />
  );
}

function FoundSection({ data, onClear }: { data: CatalogueData; onClear: () => void }) {
  const { t } = useTranslation('courses');
  const [search] = useSearchParams();
  const { revalidate } = useRevalidator();
  const { role, found } = data;
  if (isProblem(found)) {
    return (
      <>
        <ErrorNotice title={t('home.failed')} error={found} onRetry={() => void revalidate()} />
        <DownloadedCourses />
      </>
    );
  }
  const total = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const count = { count: found.total, number: formatNumber(found.total) };
  return (
    <>
      <section aria-labelledby="found-title">
        <div className={styles['sectionHead']}>
          <div role="status">
            <h2 id="found-title">{role ? t(`found.${role}`, count) : t('found.all', count)}</h2>
          </div>
          <SortSelect data={data} />
        </div>
        <CourseList key={data.search + (role ?? '')} data={data} found={found} onClear={onClear} />
      </section>
      {role && (
        <OtherCourses
          key={data.search + role}
          courses={data.others}
          enrolments={data.enrolments}
          total={total}
          all={`${paths.home()}?${withFilter(search, names.role, everyRole)}`}
        />
      )}
    </>
  );
}

function SortSelect({ data: { filters } }: { data: CatalogueData }) {
  const { t } = useTranslation('courses');
  const [search, setSearch] = useAskedSearch();
  return (
    <label className={styles['sort']}>
      {t('sort.label')}
      <select
        value={filters.sort}
        onChange={({ target }) =>
          setSearch(withFilter(search, names.sort, target.value === 'popular' ? '' : target.value), {
            replace: true,
            preventScrollReset: true,
          })
        }
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
