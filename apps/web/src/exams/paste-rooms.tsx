// Many rooms at once: pasted, tried without writing anything, then added.
import { limits, type ExamDetail } from '@onetouch/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../platform/format.js';
import { words } from '../platform/i18n.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { dotted } from '../ui/dotted.js';
import { FieldError } from '../ui/field.js';
import { FormProblem } from '../ui/form-problem.js';
import { TextArea } from '../ui/text-input.js';
import type { RoomFault } from './parse-rooms.js';
import styles from './paste-rooms.module.css';
import { type CheckedLine, type Pasting, usePasting } from './use-pasting.js';

export interface PasteRoomsProps {
  exam: ExamDetail;
  isOpen: boolean;
  onClose: () => void;
  /** The server has added so many. */
  onAdded: (count: number) => void;
}

/** The dialog; closing it loses nothing that was pasted. */
export function PasteRooms({ exam, isOpen, onClose, onAdded }: PasteRoomsProps) {
  const { t } = useTranslation('exams');
  const pasting = usePasting(exam, onAdded);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('paste.title')}
      actions={<Actions pasting={pasting} onClose={onClose} />}
    >
      <div className={styles['draft']}>
        <TextArea
          label={t('paste.label')}
          hint={<Example />}
          rows={7}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          value={pasting.text}
          onChange={({ target }) => pasting.setText(target.value)}
        />
        <div role="status" className={styles['draft']}>
          {pasting.lines && <Checked pasting={pasting} lines={pasting.lines} />}
        </div>
        <FormProblem problem={pasting.problem} />
      </div>
    </Dialog>
  );
}

function Example() {
  const { t } = useTranslation('exams');
  return (
    <>
      {t('paste.hint')} <span className={styles['example']}>{t('paste.example')}</span>
    </>
  );
}

function Actions({ pasting, onClose }: { pasting: Pasting; onClose: () => void }) {
  const { t } = useTranslation('exams');
  const { lines, good, isBusy, isTooMany } = pasting;
  const isReady = lines !== null && good.length > 0 && !isTooMany;
  const count = good.length;
  return (
    <>
      {isReady ? (
        <Button isBusy={isBusy} onClick={pasting.send}>
          {isBusy ? t('paste.adding') : t('paste.add', { count, number: formatNumber(count) })}
        </Button>
      ) : (
        <Button isBusy={isBusy} onClick={pasting.check}>
          {t(isBusy ? 'paste.checking' : 'paste.check')}
        </Button>
      )}
      <Button look="outlined" onClick={onClose}>
        {t('cancel')}
      </Button>
    </>
  );
}

/** What the trial found: lines to mend with their reasons first, then what would be added. */
function Checked({ pasting, lines }: { pasting: Pasting; lines: readonly CheckedLine[] }) {
  const { t } = useTranslation('exams');
  const { good, faulty, isTooMany } = pasting;
  const seats = good.reduce((sum, { capacity }) => sum + capacity, 0);
  if (lines.length === 0) return <FieldError error={t('paste.nothing')} />;
  return (
    <>
      <p className={styles['strong']}>
        {t('paste.found', { good: formatNumber(good.length), seats: formatNumber(seats) })}{' '}
        {faulty.length > 0 &&
          t('paste.faulty', { count: faulty.length, number: formatNumber(faulty.length) })}{' '}
        {t('paste.nothingWritten')}
      </p>
      {isTooMany && <FieldError error={t('paste.tooMany', { limit: formatNumber(limits.roomsPerExam) })} />}
      {faulty.length > 0 && <Faults lines={faulty} />}
      {good.length > 0 && <Good lines={good} />}
    </>
  );
}

/** What to mend in a line. */
function faultWords(fault: RoomFault): string {
  const t = words('exams');
  if (fault.kind === 'repeated') return t('paste.fault.repeated', { line: fault.line });
  if (fault.kind === 'place-unknown' || fault.kind === 'place-ambiguous')
    return t(`paste.fault.${fault.kind}`, { name: fault.name });
  if (fault.kind === 'capacity') return t('paste.fault.capacity', { to: formatNumber(limits.roomCapacity) });
  return t(`paste.fault.${fault.kind}`);
}

function Faults({ lines }: { lines: readonly CheckedLine[] }) {
  const { t } = useTranslation('exams');
  return (
    <ul className={styles['faults']} aria-label={t('paste.faults')}>
      {lines.map((line) => (
        <li key={line.line}>
          <span className={styles['number']}>{t('paste.line', { line: line.line })}</span>
          <span className={styles['text']}>{line.text}</span>
          {line.fault && <FieldError error={faultWords(line.fault)} />}
        </li>
      ))}
    </ul>
  );
}

function Good({ lines }: { lines: readonly CheckedLine[] }) {
  const { t } = useTranslation('exams');
  return (
    <details className={styles['good']}>
      <summary>{t('paste.see', { count: lines.length, number: formatNumber(lines.length) })}</summary>
      <ul>
        {lines.map(({ line, name, commune, login, capacity }) => (
          <li key={line}>
            <strong>{name}</strong>
            <span className={styles['text']}>
              {dotted(
                commune?.fullName,
                login || t('room.noInvigilator'),
                t('seats', { count: capacity, number: formatNumber(capacity) }),
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
