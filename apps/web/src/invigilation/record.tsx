// What was done in a room, by whom, why and when; the newest first.
import type { ExamEvent } from '@onetouch/contract';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTimeExact, formatWhen } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { dotted } from '../ui/dotted.js';
import { ErrorNotice } from '../ui/notice.js';
import { Loading } from '../ui/skeleton.js';
import type { BoardAddress } from './read-board.js';
import styles from './record.module.css';
import { useRecord } from './use-record.js';

/** The section; `turn` grows whenever something was done here. */
export function Record({ address, turn }: { address: BoardAddress; turn: number }) {
  const { t } = useTranslation('invigilation');
  const { read, problem, isBusy, more, again } = useRecord(address, turn);
  return (
    <section aria-labelledby="nhat-ky" className={styles['section']}>
      <div className={styles['head']}>
        <div>
          <h2 id="nhat-ky">{t('record.title')}</h2>
          <p className={styles['small']}>{t('record.text')}</p>
        </div>
        <Button
          look="text"
          isBusy={isBusy && read !== null}
          icon={<IconRefresh size={20} aria-hidden="true" />}
          onClick={again}
        >
          {t('record.again')}
        </Button>
      </div>
      {problem && <ErrorNotice title={t('record.failed')} error={problem} onRetry={again} />}
      {!problem && !read && <Loading />}
      {read?.items.length === 0 && <p className={styles['small']}>{t('record.empty')}</p>}
      {read && read.items.length > 0 && (
        <Card isFlush>
          <ol className={styles['lines']}>
            {read.items.map((event) => (
              <Line key={event.id} event={event} />
            ))}
          </ol>
        </Card>
      )}
      {read?.next && (
        <Button look="outlined" isBusy={isBusy} className={styles['more']} onClick={more}>
          {t(isBusy ? 'record.loading' : 'record.more')}
        </Button>
      )}
    </section>
  );
}

function isToday(time: string): boolean {
  return !formatWhen(time).includes(',');
}

function Line({ event }: { event: ExamEvent }) {
  const { kind, at, actorName, candidateName, minutes, reason, fromRoomName, roomName } = event;
  const { t } = useTranslation('invigilation');
  const what = [
    t(`record.kind.${kind}`),
    minutes !== null && t('record.minutes', { minutes: formatNumber(minutes) }),
    candidateName,
    // Within a room only those who change it need its name.
    kind === 'moved' && [fromRoomName, roomName ?? t('record.noRoom')].filter(Boolean).join(' → '),
  ];
  return (
    <li className={styles['line']}>
      <time dateTime={at} className={styles['time']}>
        {isToday(at) ? formatTimeExact(at) : formatWhen(at)}
      </time>
      <div>
        <p className={styles['what']}>{dotted(...what)}</p>
        {reason && <p className={styles['reason']}>{reason}</p>}
        <p className={styles['small']}>{actorName ?? t('record.system')}</p>
      </div>
    </li>
  );
}
