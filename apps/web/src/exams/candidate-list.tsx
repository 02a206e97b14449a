// Candidates with unit, room and where they stand: a table from 768 px, a list on phones.
import type { BoardCandidate, ExamRoom } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { RowList } from '../ui/row-list.js';
import { RowName, Small } from '../ui/row-name.js';
import { Tag, type TagTone } from '../ui/tag.js';
import styles from './exam-page.module.css';

interface CandidateListProps {
  candidates: BoardCandidate[];
  rooms: ExamRoom[];
  /** Null for who may not. */
  onMove: ((candidate: BoardCandidate) => void) | null;
}

/** The list in the shape for the screen. */
export function CandidateList({ candidates, rooms, onMove }: CandidateListProps) {
  const { t } = useTranslation('exams');
  return (
    <RowList
      rows={candidates}
      keyOf={({ id }) => id}
      columns={[
        { head: t('candidate.column.name'), cell: (candidate) => <Name candidate={candidate} /> },
        { head: t('candidate.column.organisation'), cell: ({ organisationName }) => organisationName },
        {
          head: t('candidate.column.room'),
          cell: (candidate) => <Room candidate={candidate} rooms={rooms} />,
        },
        {
          head: t('candidate.column.status'),
          look: 'short',
          cell: (candidate) => <Status candidate={candidate} />,
        },
        onMove && {
          head: t('candidate.column.action'),
          look: 'short',
          cell: (candidate) => <Move candidate={candidate} onMove={onMove} />,
        },
      ]}
      card={(candidate) => (
        <>
          <Name candidate={candidate} />
          <Small>{candidate.organisationName}</Small>
          <div className={styles['tags']}>
            <Room candidate={candidate} rooms={rooms} />
            <Status candidate={candidate} />
          </div>
          {onMove && (
            <div className={styles['rowActions']}>
              <Move candidate={candidate} onMove={onMove} />
            </div>
          )}
        </>
      )}
    />
  );
}

function Name({ candidate: { fullName, isDemonstration } }: { candidate: BoardCandidate }) {
  const { t } = useTranslation('exams');
  return <RowName small={[isDemonstration && t('demonstration')]}>{fullName}</RowName>;
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
