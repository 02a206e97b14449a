// Whether somebody has rooms to invigilate: no role says so, only the server's list does. Asked once for a person, and only where
// the answer is shown.
import { invigilation, type Me } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { call } from '../../platform/call.js';

/** Answers by person; a question without an answer is asked again next time. */
const known = new Map<string, boolean>();

async function ask(personId: string): Promise<boolean> {
  const { items } = await call(invigilation.listRooms, {}, { isQuiet: true });
  known.set(personId, items.length > 0);
  return items.length > 0;
}

/** True once the server has said so; asks when `isWanted`. */
export function useHasRooms(me: Me | null, isWanted: boolean): boolean {
  const personId = me?.id ?? null;
  const [said, setSaid] = useState<{ personId: string; has: boolean } | null>(null);
  useEffect(() => {
    if (!personId || !isWanted || known.has(personId)) return;
    ask(personId).then(
      (has) => setSaid({ personId, has }),
      // Without an answer there is no link; the pages themselves say what is wrong.
      () => undefined,
    );
  }, [personId, isWanted]);
  if (!personId) return false;
  return known.get(personId) ?? (said?.personId === personId && said.has);
}
