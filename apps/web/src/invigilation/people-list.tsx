// The people of a room, whoever needs help first: a table from 768 px, a list on phones.
import type { Board, BoardCandidate } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import table from '../ui/table.module.css';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import { HelpButton, PersonAnswered, PersonName, PersonSaved, PersonState } from './person-cells.js';
import styles from './people-list.module.css';

export interface PeopleListProps {
  people: BoardCandidate[];
  board: Board;
  /** The room belongs to the name where no room is chosen. */
  onHelp: (candidate: BoardCandidate) => void;
}

/** The list in the shape for the screen. */
export function PeopleList(props: PeopleListProps) {
  return useIsNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ people, board, onHelp }: PeopleListProps) {
  const { t } = useTranslation('invigilation');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('people.column.name')}</th>
            <th scope="col">{t('people.column.status')}</th>
            <th scope="col">{t('people.column.answered')}</th>
            <th scope="col">{t('people.column.saved')}</th>
            <th scope="col">{t('people.column.action')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((candidate) => (
            <tr key={candidate.id}>
              <th scope="row">
                <PersonName candidate={candidate} />
              </th>
              <td>
                <PersonState candidate={candidate} board={board} />
              </td>
              <td>
                <PersonAnswered candidate={candidate} />
              </td>
              <td>
                <PersonSaved candidate={candidate} />
              </td>
              <td>
                <HelpButton candidate={candidate} onHelp={onHelp} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ people, board, onHelp }: PeopleListProps) {
  return (
    <ul className={table['list']}>
      {people.map((candidate) => (
        <li key={candidate.id} className={styles['person']}>
          <div className={styles['personFacts']}>
            <PersonName candidate={candidate} />
            <PersonState candidate={candidate} board={board} />
            {candidate.startedAt && (
              <span className={styles['line']}>
                <PersonAnswered candidate={candidate} />
                {!candidate.submittedAt && <PersonSaved candidate={candidate} isWithWords />}
              </span>
            )}
          </div>
          <HelpButton candidate={candidate} onHelp={onHelp} />
        </li>
      ))}
    </ul>
  );
}
