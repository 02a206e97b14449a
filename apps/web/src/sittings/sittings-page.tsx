// One's own exams: those to come and running first, each with its one next step.
import type { Sitting } from '@onetouch/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { paths } from '../paths.js';
import { formatWhen } from '../platform/format.js';
import { useLocalized } from '../platform/i18n.js';
import { serverNow } from '../platform/server-clock.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { EmptyNotice } from '../ui/notice.js';
import { isPast, phaseOf } from './phase.js';
import { loadList, type Loaded } from './read-sittings.js';
import { isUrgent, SittingAction } from './sitting-action.js';
import { SittingFacts } from './sitting-facts.js';
import { SittingState } from './sitting-state.js';
import styles from './sittings-page.module.css';
import { useSittingPhase } from './use-sitting-phase.js';

/** Own sittings, from the device when the server is not reached. */
export function loader({ request: { signal } }: LoaderFunctionArgs): Promise<Loaded<Sitting[]>> {
  return loadList({ signal });
}

/** The page. */
export function Component() {
  const { t } = useTranslation('sittings');
  const { value: items, copyAt } = useLoaderData<Loaded<Sitting[]>>();
  const now = serverNow();
  const past = items.filter((one) => isPast(phaseOf(one, now)));
  const open = items.filter((one) => !past.includes(one));
  const main = open.find((one) => isUrgent(phaseOf(one, now)));
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{t('list.title')}</h1>
        {items.length > 0 && (
          <ButtonLink to={paths.checkIn()} look="outlined">
            {t('list.code')}
          </ButtonLink>
        )}
      </div>
      {copyAt && <p className={styles['copy']}>{t('list.copy', { time: formatWhen(copyAt) })}</p>}
      {items.length === 0 && <Nothing />}
      {open.length > 0 && (
        <section aria-labelledby="open-title">
          <h2 id="open-title">{t('list.open')}</h2>
          <ul className={styles['cards']}>
            {open.map((sitting) => (
              <Row key={sitting.id} sitting={sitting} isMain={sitting === main} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past-title">
          <h2 id="past-title">{t('list.past')}</h2>
          <ul className={styles['cards']}>
            {past.map((sitting) => (
              <Row key={sitting.id} sitting={sitting} isMain={false} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation('sittings');
  return (
    <EmptyNotice
      title={t('list.empty')}
      action={
        <ButtonLink to={paths.checkIn()} isWide>
          {t('list.code')}
        </ButtonLink>
      }
    >
      <p>{t('list.emptyText')}</p>
    </EmptyNotice>
  );
}

/** What happens next without anybody's doing, or why nothing does. */
function useHint({ exam }: Sitting, phase: string): string | null {
  const { t } = useTranslation('sittings');
  if (phase === 'upcoming')
    return t('list.opensAt', { time: formatWhen(exam.checkInOpensAt, new Date(serverNow())) });
  if (phase === 'submitted' && exam.status !== 'released') return t('list.held');
  return phase === 'missed' ? t('list.missed') : null;
}

function Row({ sitting, isMain }: { sitting: Sitting; isMain: boolean }) {
  const inWords = useLocalized();
  const titleId = useId();
  const moment = useSittingPhase(sitting);
  const { exam } = sitting;
  const hint = useHint(sitting, moment.phase);
  return (
    <Card as="li" look={isMain ? 'go' : 'plain'} className={styles['card']} aria-labelledby={titleId}>
      <div className={styles['words']}>
        <SittingState sitting={sitting} moment={moment} />
        <h3 id={titleId} className={styles['name']} lang="vi">
          {isPast(moment.phase) ? exam.name : <Link to={paths.sitting(sitting.id)}>{exam.name}</Link>}
        </h3>
        <p className={styles['course']}>{inWords(exam.courseTitle)}</p>
        <SittingFacts sitting={sitting} />
        {hint && <p className={styles['hint']}>{hint}</p>}
      </div>
      {moment.phase !== 'missed' && (
        <SittingAction sitting={sitting} phase={moment.phase} isMain={isMain} className={styles['action']} />
      )}
    </Card>
  );
}
