// The form of one act: what it does, what it asks for, and why it was refused.
import { limits } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import type { FaultCode, Problem } from '../platform/problem.js';
import { Chip } from '../ui/chip.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { FormProblem } from '../ui/form-problem.js';
import { Callout } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { TextArea, TextInput } from '../ui/text-input.js';
import styles from './act-dialog.module.css';
import { type ActName, actFacts, otherRooms, quickMinutes } from './acts.js';
import { type ActScene, actExplained } from './act-words.js';
import type { useAct } from './use-act.js';

type Form = ReturnType<typeof useAct>;
interface FormProps {
  scene: ActScene;
  form: Form;
}

/** The fields; sent by Enter or by the button of the dialog. */
export function ActForm({ scene, form }: FormProps) {
  const { t } = useTranslation('invigilation');
  const facts = actFacts[scene.name];
  return (
    <form noValidate className={styles['form']} onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary faults={form.faults} attempt={form.attempt} />
      {actExplained(t, scene).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {facts.hasMinutes && <MinutesField form={form} />}
      {facts.hasRoom && <RoomField scene={scene} form={form} />}
      {scene.name === 'note' ? <NoteField form={form} /> : <ReasonField name={scene.name} form={form} />}
      <Refusal name={scene.name} problem={form.problem} />
      {form.problem?.isNetwork && <Callout tone="wait">{t('act.unsure')}</Callout>}
    </form>
  );
}

const ownWords: Partial<
  Record<ActName, { code: FaultCode; words: 'full' | 'hereFull' | 'opened' | 'notOpened' }>
> = {
  move: { code: 'room.full', words: 'full' },
  takeIn: { code: 'room.full', words: 'hereFull' },
  undoCheckIn: { code: 'exam.started', words: 'opened' },
  close: { code: 'exam.not-started', words: 'notOpened' },
};

/** The words of some codes are meant for candidates, or for the whole exam. */
function Refusal({ name, problem }: { name: ActName; problem: Problem | null }) {
  const { t } = useTranslation('invigilation');
  const own = ownWords[name];
  if (!problem || own?.code !== problem.code) return <FormProblem problem={problem} />;
  return <Callout tone="error">{t(`act.refused.${own.words}`)}</Callout>;
}

function MinutesField({ form }: { form: Form }) {
  const { t } = useTranslation('invigilation');
  return (
    <div className={styles['field']}>
      <TextInput
        {...form.text('minutes')}
        label={t('act.minutes')}
        hint={t('act.minutesHint', { max: limits.creditMinutes })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        className={styles['minutes']}
      />
      <div role="group" aria-label={t('act.quickMinutes')} className={styles['chips']}>
        {quickMinutes.map((minutes) => (
          <Chip
            key={minutes}
            isOn={form.values.minutes.trim() === String(minutes)}
            onClick={() => form.choose('minutes', String(minutes))}
          >
            {t('act.minutesShort', { number: formatNumber(minutes) })}
          </Chip>
        ))}
      </div>
    </div>
  );
}

function RoomField({ scene: { board, target }, form }: FormProps) {
  const { t } = useTranslation('invigilation');
  const rooms = target.kind === 'person' ? otherRooms(board, target.candidate) : [];
  return (
    <Select
      {...form.text('roomId')}
      label={t('act.toRoom')}
      onChange={({ target: { value } }) => form.choose('roomId', value)}
    >
      <option value="">{t('act.chooseRoom')}</option>
      {rooms.map(({ room: { id, name, assigned, capacity } }) => (
        <option key={id} value={id}>
          {t('act.roomOption', {
            name,
            assigned: formatNumber(assigned),
            capacity: formatNumber(capacity),
          })}
        </option>
      ))}
    </Select>
  );
}

function ReasonField({ name, form }: { name: ActName; form: Form }) {
  const { t } = useTranslation('invigilation');
  const { reason, quick } = actFacts[name];
  return (
    <div className={styles['field']}>
      <TextInput
        {...form.text('reason')}
        label={t('act.reason')}
        hint={t('act.reasonHint')}
        isOptional={reason === 'free'}
        maxLength={limits.reasonLength}
        autoComplete="off"
      />
      {quick.length > 0 && (
        <div role="group" aria-label={t('act.quick')} className={styles['chips']}>
          {quick.map((one) => {
            const words = t(`quickReason.${one}`);
            return (
              <Chip
                key={one}
                isOn={form.values.reason === words}
                onClick={() => form.choose('reason', words)}
              >
                {words}
              </Chip>
            );
          })}
        </div>
      )}
    </div>
  );
}

function NoteField({ form }: { form: Form }) {
  const { t } = useTranslation('invigilation');
  return (
    <TextArea
      {...form.text('reason')}
      label={t('act.noteText')}
      hint={t('act.noteHint')}
      maxLength={limits.incidentLength}
      rows={5}
    />
  );
}
