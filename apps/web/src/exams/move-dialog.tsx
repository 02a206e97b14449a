// Gives one candidate another room, or none; rooms are found by name and say how many seats are left.
import {
  type BoardCandidate,
  type ExamDetail,
  type ExamRoom,
  invigilation,
  limits,
} from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { Button } from '../ui/button.js';
import { Combobox, type Option } from '../ui/combobox.js';
import { Dialog } from '../ui/dialog.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextInput } from '../ui/text-input.js';
import styles from './exam-page.module.css';

interface MoveDialogProps {
  exam: ExamDetail;
  candidate: BoardCandidate;
  onClose: () => void;
  /** The server has moved the person. */
  onMoved: (words: string) => void;
}

/** Rooms other than the own one, the ones with free seats first. */
function finderOf(rooms: readonly ExamRoom[], ownId: string | null) {
  const t = words('exams');
  const free = ({ capacity, assigned }: ExamRoom) => Math.max(0, capacity - assigned);
  const others = rooms.filter(({ id }) => id !== ownId);
  const sorted = [...others.filter((room) => free(room) > 0), ...others.filter((room) => free(room) === 0)];
  return (typed: string): Promise<Option<ExamRoom>[]> => {
    const found = sorted.filter(({ name }) => foldVietnamese(name).includes(foldVietnamese(typed)));
    const options = found.map((room) => ({
      key: room.id,
      label: room.name,
      note: t('move.free', { count: free(room), number: formatNumber(free(room)) }),
      value: room,
    }));
    return Promise.resolve(options);
  };
}

/** The dialog. */
export function MoveDialog({ exam, candidate, onClose, onMoved }: MoveDialogProps) {
  const { t } = useTranslation('exams');
  const [find] = useState(() => finderOf(exam.rooms, candidate.roomId));
  const [room, setRoom] = useState<ExamRoom | null>(null);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const own = exam.rooms.find(({ id }) => id === candidate.roomId);
  const move = async () => {
    setIsMissing(!room);
    if (!room || isBusy) return;
    setIsBusy(true);
    setProblem(null);
    try {
      const params = { examId: exam.id, candidateId: candidate.id };
      await call(invigilation.moveCandidate, { params, body: { roomId: room.id, reason: reason.trim() } });
      onMoved(t('move.done', { name: candidate.fullName, room: room.name }));
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('move.title', { name: candidate.fullName })}
      actions={
        <>
          <Button isBusy={isBusy} onClick={() => void move()}>
            {t(isBusy ? 'saving' : 'move.action')}
          </Button>
          <Button look="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>{own ? t('move.from', { room: own.name }) : t('move.fromNone')}</p>
        <Combobox<ExamRoom>
          label={t('move.to')}
          hint={t('move.toHint')}
          error={isMissing && !room ? t('move.choose') : undefined}
          text={room?.name ?? typed}
          isChosen={room !== null}
          find={find}
          onText={(text) => {
            setTyped(text);
            setRoom(null);
          }}
          onChoose={setRoom}
        />
        <TextInput
          label={t('move.reason')}
          isOptional
          value={reason}
          maxLength={limits.reasonLength}
          autoComplete="off"
          onChange={({ target }) => setReason(target.value)}
        />
        <FormProblem problem={problem} />
      </div>
    </Dialog>
  );
}
