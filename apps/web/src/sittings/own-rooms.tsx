// Where the person is expected now, for whoever stands at the wrong door.
import type { Sitting } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../platform/server-clock.js';
import { phaseOf } from './phase.js';
import { loadList } from './read-sittings.js';

/** Own sittings with a room whose check-in is open; none while they are read, or when they cannot be. */
function useExpected(): Sitting[] {
  const [items, setItems] = useState<Sitting[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    loadList({ isQuiet: true, signal: leaving.signal }).then(
      ({ value }) => leaving.signal.aborted || setItems(value),
      () => undefined,
    );
    return () => leaving.abort();
  }, []);
  return items.filter((one) => one.room && phaseOf(one, serverNow()) === 'check-in');
}

/** One sentence for each exam, or nothing. */
export function OwnRooms() {
  const { t } = useTranslation('sittings');
  return useExpected().map(({ id, exam, room }) => (
    <p key={id}>
      {t('checkIn.ownRoom', {
        exam: exam.name,
        room: [room?.name, room?.place?.fullName].filter(Boolean).join(', '),
      })}
    </p>
  ));
}
