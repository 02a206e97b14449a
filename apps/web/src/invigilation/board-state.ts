// The board as it is known: news are laid over it, answers to what was done too. Older news never undo newer ones. Pure.
import type { Board, BoardCandidate, BoardNews, BoardRoom, BoardSign } from '@onetouch/contract';

const ms = (time: string) => Date.parse(time);

function putRooms(known: BoardRoom[], heard: BoardRoom[]): BoardRoom[] {
  const byId = new Map(heard.map((one) => [one.room.id, one]));
  const kept = known.map((one) => {
    const newer = byId.get(one.room.id);
    byId.delete(one.room.id);
    return newer ?? one;
  });
  return [...kept, ...byId.values()];
}

/** Everybody of this room in the order of before, newcomers at the end; who has another room now is left out. */
function putPeople(known: BoardCandidate[], heard: BoardCandidate[], roomId: string | null) {
  if (roomId === null) return known;
  const byId = new Map(heard.map((one) => [one.id, one]));
  const kept = known.map((one) => {
    const newer = byId.get(one.id);
    byId.delete(one.id);
    return newer ?? one;
  });
  return [...kept, ...byId.values()].filter((one) => one.roomId === roomId);
}

/** The board after news of what changed. */
export function withNews(board: Board, news: BoardNews, roomId: string | null): Board {
  if (ms(news.serverTime) < ms(board.serverTime)) return board;
  return {
    ...board,
    serverTime: news.serverTime,
    totals: news.totals,
    rooms: putRooms(board.rooms, news.rooms),
    candidates: putPeople(board.candidates, news.candidates, roomId),
  };
}

/** The board after a sign that nothing has changed: only of when it is. */
export function withSign(board: Board, { serverTime }: BoardSign): Board {
  return ms(serverTime) > ms(board.serverTime) ? { ...board, serverTime } : board;
}

/** The newer of two whole boards. */
export function newerBoard(known: Board, heard: Board): Board {
  return ms(heard.serverTime) >= ms(known.serverTime) ? heard : known;
}

/** The board after the answer about one person; its numbers follow with the next news. */
export function withCandidate(board: Board, candidate: BoardCandidate, roomId: string | null): Board {
  return { ...board, candidates: putPeople(board.candidates, [candidate], roomId) };
}

/** What the board knows of one room. */
export function roomOf({ rooms }: Pick<Board, 'rooms'>, roomId: string): BoardRoom | undefined {
  return rooms.find(({ room }) => room.id === roomId);
}
