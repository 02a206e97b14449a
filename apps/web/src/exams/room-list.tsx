// Rooms with place, invigilator, seats and code: a table from 768 px, a list on phones. A long list shows its rest at a press.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { ExamRoom } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { Button, ButtonLink } from '../ui/button.js';
import { dotted } from '../ui/dotted.js';
import { RowList } from '../ui/row-list.js';
import { RowName } from '../ui/row-name.js';
import { Tag } from '../ui/tag.js';
import styles from './exam-page.module.css';

interface RoomListProps {
  rooms: ExamRoom[];
  examId: string;
  /** Null for who may not. */
  onEdit: ((room: ExamRoom) => void) | null;
  onRemove: ((room: ExamRoom) => void) | null;
}

/** The list in the shape for the screen. */
export function RoomList({ rooms, ...acts }: RoomListProps) {
  const { t } = useTranslation('exams');
  return (
    <RowList
      rows={rooms}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t('room.column.name'),
          cell: ({ name, place }) => <RowName small={[place?.fullName]}>{name}</RowName>,
        },
        { head: t('room.column.invigilator'), cell: (room) => <Invigilator room={room} /> },
        { head: t('room.column.seats'), look: 'number', cell: (room) => t('room.taken', seatsOf(room)) },
        { head: t('room.column.code'), cell: ({ code }) => <span className={styles['code']}>{code}</span> },
        { head: t('room.column.action'), cell: (room) => <RowActions {...acts} room={room} /> },
      ]}
      card={(room) => (
        <>
          <RowName small={[dotted(room.place?.fullName, t('room.takenSeats', seatsOf(room)))]}>
            {room.name}
          </RowName>
          <div className={styles['tags']}>
            <Invigilator room={room} />
            <span className={styles['code']}>{room.code}</span>
          </div>
          <RowActions {...acts} room={room} />
        </>
      )}
      first={{ count: 100, more: (count) => t('room.more', { count, number: formatNumber(count) }) }}
    />
  );
}

const seatsOf = ({ assigned, capacity }: ExamRoom) => ({
  assigned: formatNumber(assigned),
  capacity: formatNumber(capacity),
});

function Invigilator({ room: { invigilator } }: { room: ExamRoom }) {
  const { t } = useTranslation('exams');
  if (invigilator) return <span>{invigilator.fullName}</span>;
  return (
    <Tag tone="nghe" icon={<IconAlertTriangle aria-hidden="true" />}>
      {t('room.noInvigilator')}
    </Tag>
  );
}

function RowActions({ room, examId, onEdit, onRemove }: Omit<RoomListProps, 'rooms'> & { room: ExamRoom }) {
  const { t } = useTranslation('exams');
  const { name } = room;
  return (
    <div className={styles['rowActions']}>
      {onEdit && (
        <Button look="text" aria-label={t('room.editOf', { name })} onClick={() => onEdit(room)}>
          {t('room.editShort')}
        </Button>
      )}
      <ButtonLink look="text" to={paths.roomCodes(examId, room.id)} aria-label={t('room.printOf', { name })}>
        {t('room.printShort')}
      </ButtonLink>
      {onRemove && (
        <Button look="text" aria-label={t('room.removeOf', { name })} onClick={() => onRemove(room)}>
          {t('room.removeShort')}
        </Button>
      )}
    </div>
  );
}
