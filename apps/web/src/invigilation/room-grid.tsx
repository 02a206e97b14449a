// All rooms of an exam as tiles, those that need a look first.
import type { Board } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { rankRooms } from './attention.js';
import styles from './board-page.module.css';
import { type Filter, FilterBar, useFilter } from './filter-bar.js';
import { isFound } from './folded.js';
import { RoomTile } from './room-tile.js';

type RankedRooms = ReturnType<typeof rankRooms>;

function shownOf(rooms: RankedRooms, { words, isAttention }: Filter): RankedRooms {
  return rooms.filter(({ room, reasons }) => {
    const texts = [room.name, room.place?.fullName, room.invigilator?.fullName, room.code];
    return (!isAttention || reasons.length > 0) && isFound(words, texts);
  });
}

/** The grid with its filters. */
export function RoomGrid({ board }: { board: Board }) {
  const { t } = useTranslation('invigilation');
  const filter = useFilter();
  const rooms = rankRooms(board);
  const shown = shownOf(rooms, filter);
  const number = formatNumber(rooms.filter(({ reasons }) => reasons.length > 0).length);
  const isAll = shown.length === rooms.length;
  if (rooms.length === 0) return <EmptyNotice title={t('board.empty')}>{t('board.emptyText')}</EmptyNotice>;
  return (
    <section aria-labelledby="phong" className={styles['section']}>
      <h2 id="phong">{t('board.rooms')}</h2>
      <FilterBar
        filter={filter}
        searchLabel={t('board.search')}
        attentionLabel={t('board.attention', { number })}
      >
        {isAll
          ? t('board.count', { count: rooms.length })
          : t('board.shown', { number: formatNumber(shown.length), total: formatNumber(rooms.length) })}
      </FilterBar>
      {shown.length === 0 ? (
        <NothingShown filter={filter} />
      ) : (
        <ul className={styles['grid']}>
          {shown.map((one) => (
            <RoomTile key={one.room.id} examId={board.exam.id} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NothingShown({ filter }: { filter: Filter }) {
  const { t } = useTranslation('invigilation');
  const isWords = filter.words !== '';
  return (
    <EmptyNotice
      title={t(isWords ? 'board.none' : 'board.calm')}
      action={
        <Button look="outlined" onClick={filter.clear}>
          {t('board.clear')}
        </Button>
      }
    >
      {t(isWords ? 'board.noneText' : 'board.calmText')}
    </EmptyNotice>
  );
}
