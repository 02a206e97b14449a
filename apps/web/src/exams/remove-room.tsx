// Removing a room cannot be taken back: its code opens nothing any more. So it is asked once, with what follows.
import { exams, type ExamDetail, type ExamRoom } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { call } from '../platform/call.js';
import { formatNumber } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { FormProblem } from '../ui/form-problem.js';
import type { Doing } from './use-doing.js';

interface RemoveRoomProps {
  exam: ExamDetail;
  room: ExamRoom;
  doing: Doing;
  onClose: () => void;
}

/** The question. */
export function RemoveRoom({ exam, room, doing, onClose }: RemoveRoomProps) {
  const { t } = useTranslation('exams');
  const isBusy = doing.busy === 'remove';
  const remove = async () => {
    const params = { examId: exam.id, roomId: room.id };
    const said = t('room.removed', { name: room.name });
    if (await doing.run('remove', () => call(exams.removeRoom, { params }), said)) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('room.removeTitle', { name: room.name })}
      actions={
        <>
          <Button look="danger-filled" isBusy={isBusy} onClick={() => void remove()}>
            {t('room.removeAction')}
          </Button>
          <Button look="outlined" onClick={onClose}>
            {t('room.keep')}
          </Button>
        </>
      }
    >
      <p>
        {room.assigned > 0
          ? t('room.removeText', {
              count: room.assigned,
              number: formatNumber(room.assigned),
              code: room.code,
            })
          : t('room.removeEmpty', { code: room.code })}
      </p>
      <FormProblem problem={doing.problem} />
    </Dialog>
  );
}
