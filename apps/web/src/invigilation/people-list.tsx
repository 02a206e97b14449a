// The people of a room, whoever needs help first: a table from 768 px, a list on phones.
import type { Board, BoardCandidate } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { RowList } from '../ui/row-list.js';
import { HelpButton, PersonAnswered, PersonName, PersonSaved, PersonState } from './person-cells.js';
import styles from './people-list.module.css';

export interface PeopleListProps {
  people: BoardCandidate[];
  board: Board;
  /** The room belongs to the name where no room is chosen. */
  onHelp: (candidate: BoardCandidate) => void;
}

/** The list in the shape for the screen. */
export function PeopleList({ people, board, onHelp }: PeopleListProps) {
  const { t } = useTranslation('invigilation');
  return (
    <RowList
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { head: t('people.column.name'), cell: (person) => <PersonName candidate={person} /> },
        {
          head: t('people.column.status'),
          cell: (person) => <PersonState candidate={person} board={board} />,
        },
        { head: t('people.column.answered'), cell: (person) => <PersonAnswered candidate={person} /> },
        { head: t('people.column.saved'), cell: (person) => <PersonSaved candidate={person} /> },
        {
          head: t('people.column.action'),
          look: 'short',
          cell: (person) => <HelpButton candidate={person} onHelp={onHelp} />,
        },
      ]}
      card={(person) => (
        <div className={styles['person']}>
          <div className={styles['personFacts']}>
            <PersonName candidate={person} />
            <PersonState candidate={person} board={board} />
            {person.startedAt && (
              <span className={styles['line']}>
                <PersonAnswered candidate={person} />
                {!person.submittedAt && <PersonSaved candidate={person} isWithWords />}
              </span>
            )}
          </div>
          <HelpButton candidate={person} onHelp={onHelp} />
        </div>
      )}
    />
  );
}
