// What is worth saying aloud between two looks at the board: who lost the network or was moved away, and that everybody has handed in. All other
// numbers may be looked at.
import type { Board, BoardCandidate, RoomCounts } from '@onetouch/contract';

export type Important =
  | { kind: 'person-offline'; name: string }
  | { kind: 'offline'; count: number; roomName: string | null }
  | { kind: 'left'; names: string[] }
  | { kind: 'all-submitted' };

const isDone = ({ candidates, absent, submitted }: RoomCounts) =>
  submitted > 0 && submitted + absent === candidates;

function newlyOffline(before: BoardCandidate[], after: BoardCandidate[]): BoardCandidate[] {
  const known = new Map(before.map(({ id, status }) => [id, status]));
  return after.filter(({ id, status }) => status === 'offline' && known.get(id) !== 'offline');
}

/** Who was in the room and is there no more. */
function leftOf(before: BoardCandidate[], after: BoardCandidate[]): Important[] {
  const here = new Set(after.map(({ id }) => id));
  const names = before.filter(({ id }) => !here.has(id)).map(({ fullName }) => fullName);
  return names.length > 0 ? [{ kind: 'left', names }] : [];
}

function inRoom(before: Board, after: Board, roomId: string): Important[] {
  const [first, ...others] = newlyOffline(before.candidates, after.candidates);
  const left = leftOf(before.candidates, after.candidates);
  if (!first) return left;
  if (others.length === 0) return [...left, { kind: 'person-offline', name: first.fullName }];
  const room = after.rooms.find((one) => one.room.id === roomId);
  return [...left, { kind: 'offline', count: others.length + 1, roomName: room?.room.name ?? null }];
}

function inRooms(before: Board, after: Board): Important[] {
  const known = new Map(before.rooms.map(({ room, counts }) => [room.id, counts.offline]));
  const worse = after.rooms.flatMap(({ room, counts }) => {
    const more = counts.offline - (known.get(room.id) ?? 0);
    return more > 0 ? [{ more, name: room.name }] : [];
  });
  const [first, ...others] = worse;
  if (!first) return [];
  const count = worse.reduce((sum, { more }) => sum + more, 0);
  return [{ kind: 'offline', count, roomName: others.length === 0 ? first.name : null }];
}

/** What has happened from one board to the next; with `roomId` in that room. */
export function importantChanges(before: Board, after: Board, roomId: string | null): Important[] {
  const said = roomId === null ? inRooms(before, after) : inRoom(before, after, roomId);
  const countsOf = (board: Board) =>
    roomId === null ? board.totals : board.rooms.find(({ room }) => room.id === roomId)?.counts;
  const [was, is] = [countsOf(before), countsOf(after)];
  const isNewlyDone = was && is && !isDone(was) && isDone(is);
  return isNewlyDone ? [...said, { kind: 'all-submitted' }] : said;
}
