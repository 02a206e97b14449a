// The rooms that one invigilates, the next start first, each with the one way to its board.
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { useTranslation } from 'react-i18next';
import { useLoaderData } from 'react-router';
import { paths } from '../paths.js';
import { formatNumber, formatTime } from '../platform/format.js';
import { whenWords } from '../sittings/when.js';
import { ButtonLink } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { dotted } from '../ui/dotted.js';
import { EmptyNotice } from '../ui/notice.js';
import { PageHead } from '../ui/page-head.js';
import { ExamStatusTag } from './exam-status-tag.js';
import { loadRooms, type OwnRooms } from './read-board.js';
import styles from './rooms-page.module.css';

/** The rooms. */
export const loader = loadRooms;

/** The page. */
export function Component() {
  const { t } = useTranslation('invigilation');
  const items = useLoaderData<OwnRooms>();
  return (
    <div className={styles['page']}>
      <PageHead title={t('rooms.title')} intro={t('rooms.intro')} />
      {items.length === 0 ? (
        <EmptyNotice
          title={t('rooms.empty')}
          action={
            <ButtonLink look="outlined" to={paths.myLearning()}>
              {t('rooms.toLearning')}
            </ButtonLink>
          }
        >
          {t('rooms.emptyText')}
        </EmptyNotice>
      ) : (
        <ul className={styles['list']}>
          {items.map((item, index) => (
            <OwnRoom key={item.room.id} {...item} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** One filled button on the page: that of the next start. */
function OwnRoom({ exam, room, isFirst }: OwnRooms[number] & { isFirst: boolean }) {
  const { t } = useTranslation('invigilation');
  const [assigned, capacity] = [formatNumber(room.assigned), formatNumber(room.capacity)];
  return (
    <Card as="li" className={styles['room']}>
      <div className={styles['facts']}>
        <h2>{room.name}</h2>
        <p className={styles['exam']}>{exam.name}</p>
        <p>{t('rooms.start', { when: whenWords(exam.startsAt) })}</p>
        <p className={styles['small']}>
          {dotted(room.place?.fullName, t('rooms.checkIn', { time: formatTime(exam.checkInOpensAt) }))}
        </p>
        <p className={styles['small']}>{t('rooms.assigned', { assigned, capacity })}</p>
        <ExamStatusTag status={exam.status} />
      </div>
      <ButtonLink
        look={isFirst ? 'primary' : 'outlined'}
        to={paths.board(exam.id, room.id)}
        aria-label={t('rooms.openOf', { room: room.name, exam: exam.name })}
        iconAfter={<IconArrowRight size={20} aria-hidden="true" />}
      >
        {t('rooms.open')}
      </ButtonLink>
    </Card>
  );
}
