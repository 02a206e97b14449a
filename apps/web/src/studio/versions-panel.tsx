// The published versions, newest first: when, by whom, how many learners are on each, and what each one changed.
import { courses, type Change, type Draft } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { formatDate, formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/notice.js';
import { Loading } from '../ui/skeleton.js';
import { ChangeList } from './change-list.js';
import styles from './side-panel.module.css';

type Version = Draft['versions'][number];

/** The chain of versions. */
export function VersionsPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation('studio');
  return (
    <section aria-labelledby="versions" className={styles['section']}>
      <h2 id="versions" className={styles['title']}>
        {t('version.title')}
      </h2>
      {draft.versions.length === 0 && <p className={styles['quiet']}>{t('version.none')}</p>}
      <ol className={styles['versions']}>
        {draft.versions.map((version) => (
          <VersionLine
            key={version.id}
            courseId={draft.course.id}
            version={version}
            isCurrent={version.number === draft.course.publishedNumber}
          />
        ))}
      </ol>
    </section>
  );
}

interface VersionLineProps {
  courseId: string;
  version: Version;
  isCurrent: boolean;
}

function VersionLine({ courseId, version, isCurrent }: VersionLineProps) {
  const { t } = useTranslation('studio');
  const [isOpen, setIsOpen] = useState(false);
  const { number, publishedAt, publishedBy, learnerCount } = version;
  const date = formatDate(publishedAt);
  return (
    <li className={styles['version']} data-current={isCurrent || undefined}>
      <p className={styles['versionName']}>
        {isCurrent ? t('version.current', { number }) : t('version.name', { number })}
      </p>
      <p className={styles['quiet']}>{t('version.published', { date, name: publishedBy })}</p>
      <p className={styles['quiet']}>
        {t('version.learners', { count: learnerCount, number: formatNumber(learnerCount) })}
      </p>
      <Button
        look="text"
        className={styles['show']}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'version.hideChanges' : 'version.showChanges', { number })}
      </Button>
      {isOpen && <VersionChanges courseId={courseId} number={number} />}
    </li>
  );
}

type Asked = { changes: Change[] } | { error: unknown };

function VersionChanges({ courseId, number }: { courseId: string; number: number }) {
  const { t } = useTranslation('studio');
  const { asked, retry } = useChanges(courseId, number);
  if (!asked) return <Loading />;
  if ('error' in asked) return <ErrorNotice error={asked.error} onRetry={retry} />;
  if (asked.changes.length === 0) return <p className={styles['quiet']}>{t('change.none')}</p>;
  return <ChangeList changes={asked.changes} />;
}

function useChanges(courseId: string, number: number) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    call(courses.compareVersions, { params: { courseId, number } }, { signal }).then(
      ({ changes }) => setAsked({ changes }),
      (error: unknown) => !signal.aborted && setAsked({ error }),
    );
    return () => controller.abort();
  }, [courseId, number, tries]);
  const retry = () => {
    setAsked(null);
    setTries(tries + 1);
  };
  return { asked, retry };
}
