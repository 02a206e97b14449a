// One room, new or changed: its name, where it is, who watches it, how many it holds.
import { exams, type ExamDetail, type ExamRoom, limits } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import { useTranslation } from 'react-i18next';
import { PlacePicker } from '../places/place-picker.js';
import { call } from '../platform/call.js';
import { words } from '../platform/i18n.js';
import type { ChosenPlace } from '../places/find-places.js';
import type { Problem } from '../platform/problem.js';
import { problemWords } from '../platform/problem-words.js';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/choices.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextInput } from '../ui/text-input.js';
import { type Faults, useForm } from '../ui/use-form.js';
import styles from './exam-page.module.css';

interface RoomValues {
  name: string;
  place: ChosenPlace | null;
  /** Empty keeps the invigilator of a room that has one. */
  login: string;
  isWithout: boolean;
  capacity: string;
  newCode: boolean;
}

export interface RoomDialogProps {
  exam: ExamDetail;
  /** Null for a new one. */
  room: ExamRoom | null;
  onClose: () => void;
  /** The server has written it. */
  onDone: (words: string) => void;
}

const valuesOf = (room: ExamRoom | null): RoomValues => ({
  name: room?.name ?? '',
  place: room?.place ?? null,
  login: '',
  isWithout: false,
  capacity: room ? String(room.capacity) : '',
  newCode: false,
});

function checkRoom({ name, login, capacity }: RoomValues, assigned: number): Faults<RoomValues> {
  const t = words('exams');
  const seats = /^\d{1,5}$/.test(capacity.trim()) ? Number(capacity) : 0;
  const isBad = seats < 1 || seats > limits.roomCapacity;
  return {
    name: name.trim() ? undefined : t('paste.fault.no-name'),
    login: login.trim() === '' || parseLogin(login) ? undefined : t('paste.fault.login'),
    capacity: isBad
      ? t('paste.fault.capacity', { to: limits.roomCapacity })
      : seats < assigned
        ? t('room.tooSmall', { count: assigned })
        : undefined,
  };
}

function faultsOf(problem: Problem): Faults<RoomValues> {
  if (problem.code === 'room.person-unknown') return { login: words('exams')('paste.fault.login-unknown') };
  if (problem.code === 'room.invigilator-seated') return { login: problemWords(problem) };
  if (problem.code === 'place.not-found') return { place: problemWords(problem) };
  return problem.code === 'room.full' ? { capacity: problemWords(problem) } : {};
}

async function write({ exam, room }: RoomDialogProps, values: RoomValues): Promise<void> {
  const params = { examId: exam.id };
  const login = values.login.trim();
  const body = {
    name: values.name.trim(),
    placeId: values.place?.id ?? null,
    capacity: Number(values.capacity),
  };
  if (!room) {
    await call(exams.addRooms, { params, body: { rooms: [{ ...body, invigilatorLogin: login }] } });
    return;
  }
  const invigilator = values.isWithout ? { invigilatorLogin: '' } : login ? { invigilatorLogin: login } : {};
  await call(exams.updateRoom, {
    params: { ...params, roomId: room.id },
    body: { ...body, ...invigilator, newCode: values.newCode },
  });
}

/** The dialog; draw it only while it is open, so that it begins with the room as it is. */
export function RoomDialog(props: RoomDialogProps) {
  const { exam, room, onClose, onDone } = props;
  const { t } = useTranslation('exams');
  const form = useForm<RoomValues>({
    id: 'phong-thi',
    initial: valuesOf(room),
    check: (values) => checkRoom(values, room?.assigned ?? 0),
    send: async (values) => {
      await write(props, values);
      onDone(t(room ? 'room.saved' : 'room.added', { name: values.name.trim() }));
    },
    faultsOf,
  });
  const { values, errors, idOf, choose, set } = form;
  const inExam = exam.place.id === 'vn' ? undefined : exam.place.id;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(room ? 'room.edit' : 'room.add')}
      actions={
        <>
          <Button isBusy={form.isBusy} onClick={() => void form.submit()}>
            {t(form.isBusy ? 'saving' : room ? 'room.save' : 'room.addAction')}
          </Button>
          <Button look="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <TextInput
          {...form.text('name')}
          label={t('room.name')}
          hint={t('room.nameHint')}
          maxLength={limits.roomNameLength}
          autoComplete="off"
        />
        <PlacePicker
          id={idOf('place')}
          label={t('room.place')}
          hint={t('room.placeHint')}
          isOptional
          level="commune"
          under={inExam}
          error={errors.place}
          value={values.place}
          onChange={(place) => choose('place', place)}
        />
        <TextInput
          {...form.text('capacity')}
          label={t('room.capacity')}
          inputMode="numeric"
          autoComplete="off"
        />
        <InvigilatorFields form={form} room={room} />
        {room && (
          <Checkbox
            checked={values.newCode}
            hint={t('room.newCodeHint')}
            onChange={({ target }) => set('newCode', target.checked)}
          >
            {t('room.newCode')}
          </Checkbox>
        )}
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  );
}

interface InvigilatorProps {
  form: ReturnType<typeof useForm<RoomValues>>;
  room: ExamRoom | null;
}

/** Who has an invigilator keeps that one unless another, or none, is asked for: logins are not shown to everybody. */
function InvigilatorFields({ form, room }: InvigilatorProps) {
  const { t } = useTranslation('exams');
  const name = room?.invigilator?.fullName;
  return (
    <>
      <TextInput
        {...form.text('login')}
        label={t('room.invigilator')}
        hint={name ? t('room.invigilatorKeeps', { name }) : t('room.invigilatorHint')}
        isOptional
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {name && (
        <Checkbox
          checked={form.values.isWithout}
          onChange={({ target }) => form.set('isWithout', target.checked)}
        >
          {t('room.without', { name })}
        </Checkbox>
      )}
    </>
  );
}
