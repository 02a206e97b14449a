// The rooms of an exam: found, added one by one or pasted, changed, removed, and their sheets printed.
import IconClipboardList from '@tabler/icons-react/dist/esm/icons/IconClipboardList.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import type { ExamRoom } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.js';
import { formatNumber } from '../platform/format.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Chip } from '../ui/chip.js';
import { EmptyNotice } from '../ui/notice.js';
import { SearchField } from '../ui/search-field.js';
import { withParts } from '../ui/search-parts.js';
import { useAskedSearch } from '../ui/use-asked-search.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import { seatsOf } from './check-steps.js';
import styles from './exam-page.module.css';
import { PasteRooms } from './paste-rooms.js';
import type { ExamData } from './read-exam.js';
import { RemoveRoom } from './remove-room.js';
import { RoomDialog } from './room-dialog.js';
import { RoomList } from './room-list.js';
import { useDoing } from './use-doing.js';
import { names, noInvigilator } from './views.js';

type Open = { kind: 'add' | 'paste' } | { kind: 'edit' | 'remove'; room: ExamRoom } | null;

/** The section with its dialogs. */
export function RoomsView({ data: { exam, filters } }: { data: ExamData }) {
  const { t } = useTranslation('exams');
  const [open, setOpen] = useState<Open>(null);
  const doing = useDoing();
  const close = () => {
    setOpen(null);
    doing.forget();
  };
  const tell = (words: string) => {
    setOpen(null);
    void doing.run('told', () => Promise.resolve(), words);
  };
  const canChange = exam.abilities.prepare;
  // While it runs the board is the main thing of the page.
  const isOn = exam.status === 'check-in' || exam.status === 'running';
  const actions = canChange && <Actions isMain={!isOn} onOpen={setOpen} />;
  return (
    <section aria-labelledby="phong-thi" className={styles['section']}>
      <VisuallyHidden as="h2" id="phong-thi">
        {t('view.rooms')}
      </VisuallyHidden>
      {exam.rooms.length === 0 ? (
        <EmptyNotice title={t('room.none')} action={actions}>
          {t(canChange ? 'room.noneText' : 'room.noneOver')}
        </EmptyNotice>
      ) : (
        <>
          <div className={styles['bar']}>
            <p>
              {t('rooms', { count: exam.roomCount, number: formatNumber(exam.roomCount) })}
              {' · '}
              {t('seats', { count: seatsOf(exam), number: formatNumber(seatsOf(exam)) })}
            </p>
            <div className={styles['buttons']}>
              {actions}
              <ButtonLink
                to={paths.roomCodes(exam.id)}
                look="outlined"
                icon={<IconPrinter size={20} aria-hidden="true" />}
              >
                {t('room.print')}
              </ButtonLink>
            </div>
          </div>
          <p role="status" className={styles['said']}>
            {doing.done}
          </p>
          <Found
            rooms={exam.rooms}
            isMissing={filters.room === noInvigilator}
            examId={exam.id}
            onOpen={canChange ? setOpen : null}
          />
        </>
      )}
      {canChange && (
        <PasteRooms
          exam={exam}
          isOpen={open?.kind === 'paste'}
          onClose={close}
          onAdded={(count) => tell(t('paste.added', { count, number: formatNumber(count) }))}
        />
      )}
      {open?.kind === 'add' && <RoomDialog exam={exam} room={null} onClose={close} onDone={tell} />}
      {open?.kind === 'edit' && <RoomDialog exam={exam} room={open.room} onClose={close} onDone={tell} />}
      {open?.kind === 'remove' && (
        <RemoveRoom exam={exam} room={open.room} doing={doing} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

function Actions({ isMain, onOpen }: { isMain: boolean; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('exams');
  return (
    <div className={styles['buttons']}>
      <Button
        look={isMain ? 'primary' : 'outlined'}
        icon={<IconPlus size={20} aria-hidden="true" />}
        onClick={() => onOpen({ kind: 'add' })}
      >
        {t('room.add')}
      </Button>
      <Button
        look="outlined"
        icon={<IconClipboardList size={20} aria-hidden="true" />}
        onClick={() => onOpen({ kind: 'paste' })}
      >
        {t('paste.open')}
      </Button>
    </div>
  );
}

interface FoundProps {
  rooms: ExamRoom[];
  isMissing: boolean;
  examId: string;
  onOpen: ((open: Open) => void) | null;
}

const searchFrom = 6;

/** All rooms have come with the exam, so they are searched here. */
function Found({ rooms, isMissing, examId, onOpen }: FoundProps) {
  const { t } = useTranslation('exams');
  const [search, setSearch] = useAskedSearch();
  const [typed, setTyped] = useState('');
  const wanted = foldVietnamese(typed);
  const missing = rooms.filter(({ invigilator }) => !invigilator).length;
  const shown = rooms.filter(({ name, place, invigilator, code }) => {
    if (isMissing && invigilator) return false;
    const all = [name, place?.fullName, invigilator?.fullName, code].join(' ');
    return foldVietnamese(all).includes(wanted);
  });
  const turn = () => {
    const parts = { [names.room]: isMissing ? '' : noInvigilator };
    setSearch(withParts(search, parts), { preventScrollReset: true });
  };
  return (
    <>
      {rooms.length >= searchFrom && (
        <div className={styles['find']}>
          <SearchField label={t('room.search')} value={typed} onChange={setTyped} />
        </div>
      )}
      {(missing > 0 || isMissing) && (
        <div>
          <Chip isOn={isMissing} onClick={turn}>
            {t('room.missingFilter', { count: missing, number: formatNumber(missing) })}
          </Chip>
        </div>
      )}
      {shown.length === 0 ? (
        <p role="status">{t('room.noneFound')}</p>
      ) : (
        <RoomList
          rooms={shown}
          examId={examId}
          onEdit={onOpen && ((room) => onOpen({ kind: 'edit', room }))}
          onRemove={onOpen && ((room) => onOpen({ kind: 'remove', room }))}
        />
      )}
    </>
  );
}
