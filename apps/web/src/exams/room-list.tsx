// Rooms with place, invigilator, seats and code: a table from 768 px, a list on phones. A long list shows its rest at a press.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { ExamRoom } from '@onetouch/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { Button, ButtonLink } from '../ui/button.js';
import table from '../ui/table.module.css';
import { Tag } from '../ui/tag.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './exam-page.module.css';

interface RoomListProps {
  rooms: ExamRoom[];
  examId: string;
  /** Null for who may not. */
  onEdit: ((room: ExamRoom) => void) | null;
  onRemove: ((room: ExamRoom) => void) | null;
}

const atFirst = 100;

/** The list in the shape for the screen. */
export function RoomList(props: RoomListProps) {
  const { t } = useTranslation('exams');
  const isNarrow = useIsNarrow();
  const [isWhole, setIsWhole] = useState(false);
  const rooms = isWhole ? props.rooms : props.rooms.slice(0, atFirst);
  const count = props.rooms.length - rooms.length;
  return (
    <>
      {isNarrow ? <Cards {...props} rooms={rooms} /> : <Table {...props} rooms={rooms} />}
      {count > 0 && (
        <div>
          <Button look="outlined" onClick={() => setIsWhole(true)}>
            {t('room.more', { count, number: formatNumber(count) })}
          </Button>
        </div>
      )}
    </>
  );
}

function Table(props: RoomListProps) {
  const { t } = useTranslation('exams');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('room.column.name')}</th>
            <th scope="col">{t('room.column.invigilator')}</th>
            <th scope="col" className={table['number']}>
              {t('room.column.seats')}
            </th>
            <th scope="col">{t('room.column.code')}</th>
            <th scope="col">{t('room.column.action')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rooms.map((room) => (
            <tr key={room.id}>
              <th scope="row">
                <span className={styles['name']}>{room.name}</span>
                <span className={styles['small']}>{room.place?.fullName}</span>
              </th>
              <td>
                <Invigilator room={room} />
              </td>
              <td className={table['number']}>
                {t('room.taken', {
                  assigned: formatNumber(room.assigned),
                  capacity: formatNumber(room.capacity),
                })}
              </td>
              <td className={styles['code']}>{room.code}</td>
              <td>
                <RowActions {...props} room={room} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards(props: RoomListProps) {
  const { t } = useTranslation('exams');
  return (
    <ul className={table['list']}>
      {props.rooms.map((room) => (
        <li key={room.id} className={styles['card']}>
          <span className={styles['name']}>{room.name}</span>
          <span className={styles['small']}>
            {[
              room.place?.fullName,
              t('room.takenSeats', {
                assigned: formatNumber(room.assigned),
                capacity: formatNumber(room.capacity),
              }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <div className={styles['tags']}>
            <Invigilator room={room} />
            <span className={styles['code']}>{room.code}</span>
          </div>
          <RowActions {...props} room={room} />
        </li>
      ))}
    </ul>
  );
}

function Invigilator({ room: { invigilator } }: { room: ExamRoom }) {
  const { t } = useTranslation('exams');
  if (invigilator) return <span>{invigilator.fullName}</span>;
  return (
    <Tag tone="nghe" icon={<IconAlertTriangle aria-hidden="true" />}>
      {t('room.noInvigilator')}
    </Tag>
  );
}

function RowActions({ room, examId, onEdit, onRemove }: RoomListProps & { room: ExamRoom }) {
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
