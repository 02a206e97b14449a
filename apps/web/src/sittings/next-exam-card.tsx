// The exam that comes next, on pages of other rooms: on the front door only when it is near.
import type { Sitting } from '@onetouch/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { serverNow } from '../platform/server-clock.js';
import { Card } from '../ui/card.js';
import { classNames } from '../ui/class-names.js';
import type { SlotProps } from '../ui/page-slot.js';
import styles from './next-exam-card.module.css';
import { nextSitting } from './phase.js';
import { loadList } from './read-sittings.js';
import { isUrgent, SittingAction } from './sitting-action.js';
import { SittingState } from './sitting-state.js';
import { useSittingPhase } from './use-sitting-phase.js';
import { whenWords } from './when.js';

const nearMs = 48 * 60 * 60_000;

/** Own sittings; none while they are read, or when they cannot be. */
function useOwnSittings(): Sitting[] {
  const [items, setItems] = useState<Sitting[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    loadList({ isQuiet: true, signal: leaving.signal }).then(
      ({ value }) => leaving.signal.aborted || setItems(value),
      () => undefined,
    );
    return () => leaving.abort();
  }, []);
  return items;
}

/** The card; on the page of own learning there is at least the way to the list, for whoever has any. */
export function NextExamCard({ slot, onMain }: SlotProps) {
  const { t } = useTranslation('sittings');
  const items = useOwnSittings();
  const now = serverNow();
  const next = nextSitting(items, now);
  const isNear = next && Date.parse(next.exam.startsAt) - now <= nearMs;
  if (next && (isNear || slot === 'learning'))
    return <NextExam sitting={next} count={items.length} {...{ slot, onMain }} />;
  if (slot === 'home' || items.length === 0) return null;
  return (
    <p>
      <Link to={paths.sittings()} className={styles['all']}>
        {t('card.past', { count: items.length })}
      </Link>
    </p>
  );
}

interface NextExamProps extends SlotProps {
  sitting: Sitting;
  count: number;
}

function NextExam({ sitting, count, slot, onMain }: NextExamProps) {
  const { t } = useTranslation('sittings');
  const moment = useSittingPhase(sitting);
  const { exam, room } = sitting;
  const isMain = isUrgent(moment.phase);
  const tell = useEffectEvent(onMain);
  useEffect(() => {
    tell(isMain);
    return () => tell(false);
  }, [isMain]);
  const where = [room?.name, room?.place?.fullName].filter(Boolean).join(', ');
  return (
    <Card
      as="section"
      look="go"
      className={classNames(styles['card'], slot === 'home' && styles['first'])}
      aria-labelledby="next-exam"
    >
      <div className={styles['words']}>
        <SittingState sitting={sitting} moment={moment} />
        <h2 id="next-exam" className={styles['title']} lang="vi">
          {exam.name}
        </h2>
        <p>
          <strong>{whenWords(exam.startsAt)}</strong>
          {where && <span lang="vi"> · {where}</span>}
        </p>
        {count > 1 && (
          <Link to={paths.sittings()} className={styles['all']}>
            {t('card.all', { count })}
          </Link>
        )}
      </div>
      <SittingAction
        sitting={sitting}
        phase={moment.phase}
        isMain={isMain}
        size="large"
        className={styles['button']}
      />
    </Card>
  );
}
