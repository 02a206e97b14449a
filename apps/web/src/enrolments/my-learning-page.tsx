// What somebody learns: where to go on, courses in progress by need, and what is completed.
import { enrolments, type Enrolment } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { call, storedAt } from '../platform/call.js';
import { formatWhen } from '../platform/format.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { PageSlot } from '../ui/page-slot.js';
import { EnrolmentCard } from './enrolment-card.js';
import styles from './my-learning-page.module.css';
import { enrolmentToResume, ResumePanel } from './resume-panel.js';

type Tab = 'current' | 'completed';
interface Loaded {
  items: Enrolment[];
  /** When the list on the screen was stored, if it came from the device. */
  copyAt: Date | null;
}

/** Own enrolments. */
export async function loader({ request: { signal } }: LoaderFunctionArgs): Promise<Loaded> {
  const answer = await call(enrolments.listMine, {}, { signal });
  return { items: answer.items, copyAt: storedAt(answer) };
}

const time = (moment: string | null) => (moment ? Date.parse(moment) : 0);

/** In progress: nearest to its end first, then what was learned last. Completed: without certificate first, then newest. */
export function byNeed(items: readonly Enrolment[], tab: Tab): Enrolment[] {
  const rank = ({ certificateId, completedAt, percent, startedAt, lastActivityAt, enrolledAt }: Enrolment) =>
    tab === 'completed'
      ? [certificateId ? 0 : 1, time(completedAt)]
      : [startedAt ? 1 : 0, percent, time(lastActivityAt), time(enrolledAt)];
  const isOf = ({ completedAt }: Enrolment) => (completedAt !== null) === (tab === 'completed');
  return items.filter(isOf).sort((one, other) => {
    const [mine, theirs] = [rank(one), rank(other)];
    const at = mine.findIndex((value, index) => value !== theirs[index]);
    return at === -1 ? 0 : (theirs[at] ?? 0) - (mine[at] ?? 0);
  });
}

/** The page. */
export function Component() {
  const { t } = useTranslation('enrolments');
  const { items, copyAt } = useLoaderData<Loaded>();
  const [search] = useSearchParams();
  const tab: Tab = search.get('muc') === 'xong' ? 'completed' : 'current';
  const shown = byNeed(items, tab);
  const resumed = enrolmentToResume(items);
  const [isTaken, setIsTaken] = useState(false);
  return (
    <div className={styles['page']}>
      <h1>{t('myLearning.title')}</h1>
      {copyAt && <p className={styles['copy']}>{t('myLearning.copy', { time: formatWhen(copyAt) })}</p>}
      <PageSlot slot="learning" onMain={setIsTaken} />
      {resumed && <ResumePanel enrolment={resumed} isMain={!isTaken} />}
      <Tabs tab={tab} items={items} />
      {shown.length > 0 ? (
        <ul className={styles['cards']}>
          {shown.map((enrolment) => (
            <EnrolmentCard key={enrolment.id} enrolment={enrolment} />
          ))}
        </ul>
      ) : (
        <Nothing tab={tab} isMain={!resumed && !isTaken} />
      )}
    </div>
  );
}

function Tabs({ tab, items }: { tab: Tab; items: readonly Enrolment[] }) {
  const { t } = useTranslation('enrolments');
  const tabs = [
    { name: 'current', to: '?' },
    { name: 'completed', to: '?muc=xong' },
  ] as const;
  return (
    <nav className={styles['tabs']} aria-label={t('myLearning.tabs')}>
      {tabs.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          replace
          preventScrollReset
          className={styles['tab']}
          aria-current={tab === name ? 'page' : undefined}
        >
          {t(`myLearning.${name}`, { count: byNeed(items, name).length })}
        </Link>
      ))}
    </nav>
  );
}

/** `isMain`: nothing above asks for anything, so choosing a course is what there is to do. */
function Nothing({ tab, isMain }: { tab: Tab; isMain: boolean }) {
  const { t } = useTranslation('enrolments');
  const text = tab === 'completed' ? 'myLearning.empty.completedText' : 'myLearning.empty.currentText';
  return (
    <EmptyNotice
      title={t(`myLearning.empty.${tab}`)}
      action={
        <ButtonLink to={paths.home()} look={isMain ? 'primary' : 'outlined'} isWide>
          {t('myLearning.empty.choose')}
        </ButtonLink>
      }
    >
      <p>{t(text)}</p>
    </EmptyNotice>
  );
}
