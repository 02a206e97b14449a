// One room on the board of an exam: its name, where it stands, and what is the matter in it, in words and with an icon.
import type { BoardRoom } from '@onetouch/contract';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { classNames } from '../ui/class-names.js';
import { dotted } from '../ui/dotted.js';
import type { RoomReason } from './attention.js';
import styles from './room-tile.module.css';

/** The tile; the whole of it leads to the room. */
export function RoomTile({
  examId,
  room,
  counts,
  reasons,
}: BoardRoom & { examId: string; reasons: RoomReason[] }) {
  const { t } = useTranslation('invigilation');
  const where = room.place?.fullName;
  const who = room.invigilator
    ? t('board.invigilator', { name: room.invigilator.fullName })
    : t('board.noInvigilator');
  const total = formatNumber(counts.candidates);
  const present = t('totals.of', { number: formatNumber(counts.candidates - counts.absent), total });
  const facts = [
    [t('totals.present'), present],
    [t('totals.working'), formatNumber(counts.working)],
    [t('totals.offline'), formatNumber(counts.offline)],
    [t('totals.submitted'), formatNumber(counts.submitted)],
  ];
  return (
    <li className={classNames(styles['tile'], reasons.length > 0 && styles['attention'])}>
      <h3 className={styles['name']}>
        <Link to={paths.board(examId, room.id)}>{room.name}</Link>
      </h3>
      <p className={styles['small']}>{dotted(where, who)}</p>
      <Reasons reasons={reasons} />
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Reasons({ reasons }: { reasons: RoomReason[] }) {
  const { t } = useTranslation('invigilation');
  if (reasons.length === 0)
    return (
      <p className={styles['fine']}>
        <IconCheck size={18} aria-hidden="true" />
        {t('board.fine')}
      </p>
    );
  return (
    <ul className={styles['reasons']}>
      {reasons.map((reason) => (
        <li key={reason.kind}>
          <IconAlertTriangle size={18} aria-hidden="true" />
          {reason.kind === 'paused'
            ? t('reason.paused')
            : t(`reason.${reason.kind}`, { count: reason.count })}
        </li>
      ))}
    </ul>
  );
}
