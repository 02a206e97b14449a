// The people of a room with their filters.
import type { Board, BoardCandidate } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { EmptyNotice } from '../ui/notice.js';
import { rankPeople, troubleOf } from './attention.js';
import styles from './board-page.module.css';
import { type Filter, FilterBar, useFilter } from './filter-bar.js';
import { isFound } from './folded.js';
import { PeopleList } from './people-list.js';
import { useHeldOrder } from './use-held-order.js';

interface SectionProps {
  board: Board;
  onHelp: (candidate: BoardCandidate) => void;
}

/** The section. */
export function PeopleSection({ board, onHelp }: SectionProps) {
  const { t } = useTranslation('invigilation');
  if (board.candidates.length === 0)
    return <EmptyNotice title={t('people.empty')}>{t('people.emptyText')}</EmptyNotice>;
  return <People board={board} onHelp={onHelp} />;
}

function People({ board, onHelp }: SectionProps) {
  const { t } = useTranslation('invigilation');
  const filter = useFilter();
  const { people, list } = useHeldOrder(rankPeople(board));
  const isInTrouble = (one: BoardCandidate) => troubleOf(one, board.exam, board.serverTime) !== null;
  const shown = people.filter(
    (one) =>
      (!filter.isAttention || isInTrouble(one)) &&
      isFound(filter.words, [one.fullName, one.organisationName]),
  );
  const total = formatNumber(people.length);
  return (
    <section aria-labelledby="thi-sinh" className={styles['section']}>
      <h2 id="thi-sinh">{t('people.title')}</h2>
      <FilterBar
        filter={filter}
        searchLabel={t('people.search')}
        attentionLabel={t('people.attention', { number: formatNumber(people.filter(isInTrouble).length) })}
      >
        {t('people.shown', { number: formatNumber(shown.length), total })}
      </FilterBar>
      <div ref={list}>
        {shown.length === 0 ? (
          <NobodyShown filter={filter} />
        ) : (
          <PeopleList people={shown} board={board} onHelp={onHelp} />
        )}
      </div>
    </section>
  );
}

function NobodyShown({ filter }: { filter: Filter }) {
  const { t } = useTranslation('invigilation');
  const isWords = filter.words !== '';
  return (
    <EmptyNotice
      title={t(isWords ? 'people.none' : 'people.calm')}
      action={
        <Button look="outlined" onClick={filter.clear}>
          {t('people.clear')}
        </Button>
      }
    >
      {t(isWords ? 'people.noneText' : 'people.calmText')}
    </EmptyNotice>
  );
}
