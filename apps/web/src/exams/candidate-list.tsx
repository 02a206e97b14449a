// Candidates with unit, room and where they stand: a table from 768 px, a list on phones.
import type { BoardCandidate, ExamRoom } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import table from '../ui/table.module.css';
import { Tag, type TagTone } from '../ui/tag.js';
import { useIsNarrow } from '../ui/use-is-narrow.js';
import styles from './exam-page.module.css';

interface CandidateListProps {
  candidates: BoardCandidate[];
  rooms: ExamRoom[];
  /** Null for who may not. */
  onMove: ((candidate: BoardCandidate) => void) | null;
}

/** The list in the shape for the screen. */
export function CandidateList(props: CandidateListProps) {
  return useIsNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

function Table({ candidates, rooms, onMove }: CandidateListProps) {
  const { t } = useTranslation('exams');
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('candidate.column.name')}</th>
            <th scope="col">{t('candidate.column.organisation')}</th>
            <th scope="col">{t('candidate.column.room')}</th>
            <th scope="col">{t('candidate.column.status')}</th>
            {onMove && <th scope="col">{t('candidate.column.action')}</th>}
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <tr key={candidate.id}>
              <th scope="row">
                <Name candidate={candidate} />
              </th>
              <td>{candidate.organisationName}</td>
              <td>
                <Room candidate={candidate} rooms={rooms} />
              </td>
              <td>
                <Status candidate={candidate} />
              </td>
              {onMove && (
                <td>
                  <Move candidate={candidate} onMove={onMove} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ candidates, rooms, onMove }: CandidateListProps) {
  return (
    <ul className={table['list']}>
      {candidates.map((candidate) => (
        <li key={candidate.id} className={styles['card']}>
          <Name candidate={candidate} />
          <span className={styles['small']}>{candidate.organisationName}</span>
          <div className={styles['tags']}>
            <Room candidate={candidate} rooms={rooms} />
            <Status candidate={candidate} />
          </div>
          {onMove && (
            <div className={styles['rowActions']}>
              <Move candidate={candidate} onMove={onMove} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Name({ candidate: { fullName, isDemonstration } }: { candidate: BoardCandidate }) {
  const { t } = useTranslation('exams');
  return (
    <>
      <span className={styles['name']}>{fullName}</span>
      {isDemonstration && <span className={styles['small']}>{t('demonstration')}</span>}
    </>
  );
}

function Room({ candidate: { roomId }, rooms }: { candidate: BoardCandidate; rooms: ExamRoom[] }) {
  const { t } = useTranslation('exams');
  const room = rooms.find(({ id }) => id === roomId);
  return room ? <span>{room.name}</span> : <Tag tone="nghe">{t('candidate.noRoom')}</Tag>;
}

const tones: Record<BoardCandidate['status'], TagTone> = {
  absent: 'plain',
  'checked-in': 'cham',
  working: 'cham',
  offline: 'nghe',
  paused: 'nghe',
  submitted: 'la',
};

function Status({ candidate: { status } }: { candidate: BoardCandidate }) {
  const { t } = useTranslation('exams');
  return <Tag tone={tones[status]}>{t(`candidate.status.${status}`)}</Tag>;
}

interface MoveProps {
  candidate: BoardCandidate;
  onMove: (candidate: BoardCandidate) => void;
}

function Move({ candidate, onMove }: MoveProps) {
  const { t } = useTranslation('exams');
  const { fullName: name, roomId } = candidate;
  return (
    <Button look="text" aria-label={t('candidate.moveOf', { name })} onClick={() => onMove(candidate)}>
      {t(roomId ? 'candidate.move' : 'candidate.seat')}
    </Button>
  );
}
