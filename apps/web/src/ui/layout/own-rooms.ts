// Whether somebody has rooms to invigilate: no role says so, only the server's list does. Asked only where the answer is
// shown, and once for a person who has a room: who has none may be given one at any moment.
import { invigilation, type Me } from '@onetouch/contract';
import { useEffect, useState } from 'react';
import { call } from '../../platform/call.js';

/** Those of whom the server has said that they have rooms. */
const known = new Set<string>();

async function ask(personId: string): Promise<boolean> {
  const { items } = await call(invigilation.listRooms, {}, { isQuiet: true });
  if (items.length > 0) known.add(personId);
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
  return known.has(personId) || (said?.personId === personId && said.has);
}
