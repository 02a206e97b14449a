// What may be done on the board: which acts fit a person or a room at this moment, and what each of them asks for. Whether the
// reader may at all is said by the server's abilities; whether it still fits, by its answer.
import type { Board, BoardCandidate, BoardRoom } from '@onetouch/contract';

export const personActs = ['checkIn', 'undoCheckIn', 'extend', 'move', 'close', 'restart', 'note'] as const;
export type PersonAct = (typeof personActs)[number];
export type RoomAct = 'pause' | 'resume' | 'credit' | 'note';
/** `takeIn`: somebody from another room is given a seat here. */
export type ActName = PersonAct | RoomAct | 'takeIn';

/** To whom or what it is done. */
export type Target =
  { kind: 'person'; candidate: BoardCandidate; roomName?: string | null } | { kind: 'room' };

export interface ActFacts {
  hasMinutes?: true;
  hasRoom?: true;
  /** `none` where nothing is asked, `free` where a reason may be left out. */
  reason: 'asked' | 'free';
  /** Keys of common reasons. */
  quick: readonly QuickReason[];
  look?: 'danger-filled';
}

export type QuickReason =
  | 'device'
  | 'noPhone'
  | 'wrongPerson'
  | 'wrongRoom'
  | 'nearer'
  | 'seatBroken'
  | 'health'
  | 'lostNetwork'
  | 'power'
  | 'brokenDevice'
  | 'disability'
  | 'wrongPaper'
  | 'paperFault'
  | 'leaves'
  | 'breach'
  | 'deviceDead'
  | 'noise'
  | 'evacuation'
  | 'late';

/** What an act asks for. */
export const actFacts: Record<ActName, ActFacts> = {
  checkIn: { reason: 'free', quick: ['device', 'noPhone'] },
  undoCheckIn: { reason: 'asked', quick: ['wrongPerson', 'wrongRoom'] },
  extend: { hasMinutes: true, reason: 'asked', quick: ['lostNetwork', 'brokenDevice', 'late', 'disability'] },
  move: { hasRoom: true, reason: 'free', quick: ['seatBroken', 'wrongRoom', 'health'] },
  takeIn: { reason: 'asked', quick: ['wrongRoom', 'nearer', 'seatBroken', 'health'] },
  close: { reason: 'asked', quick: ['deviceDead', 'leaves', 'breach'], look: 'danger-filled' },
  // Lost time is given back by more minutes: a reason that only cost time is not offered here.
  restart: { reason: 'asked', quick: ['wrongPaper', 'paperFault'], look: 'danger-filled' },
  note: { reason: 'asked', quick: [] },
  pause: { reason: 'asked', quick: ['power', 'lostNetwork', 'noise', 'evacuation'] },
  resume: { reason: 'free', quick: [] },
  credit: { hasMinutes: true, reason: 'asked', quick: ['power', 'lostNetwork', 'noise', 'evacuation'] },
};

/** Minutes that are given often. */
export const quickMinutes = [5, 10, 15, 30] as const;

/** Rooms that somebody may be moved to, as far as the reader sees them. */
export function otherRooms({ rooms }: Pick<Board, 'rooms'>, { roomId }: BoardCandidate): BoardRoom[] {
  return rooms.filter(({ room }) => room.id !== roomId);
}

const isAtWork = ({ status }: BoardCandidate) => ['working', 'offline', 'paused'].includes(status);

/** What fits one person now, the most likely first. */
export function actsFor(candidate: BoardCandidate, board: Board): PersonAct[] {
  const { abilities } = board;
  const { status, checkedInAt } = candidate;
  const fits: Record<PersonAct, boolean> = {
    checkIn: abilities.checkIn && status === 'absent',
    undoCheckIn: abilities.undoCheckIn && status === 'checked-in',
    extend: abilities.extend && status !== 'submitted',
    move: abilities.move && status !== 'submitted' && otherRooms(board, candidate).length > 0,
    close: abilities.close && isAtWork(candidate),
    restart: abilities.restart && checkedInAt !== null && status !== 'checked-in',
    note: abilities.note,
  };
  // An attempt that the deadline closed is open again with more minutes.
  if (status === 'submitted') fits.extend = abilities.extend && candidate.closedBy === 'deadline';
  return personActs.filter((name) => fits[name]);
}
