// Who sits where, and who asks for the key when: decided by ids alone, so that asking twice changes nothing. It knows no names.
import { seededRandom } from './random.js';

export interface SeatSeeker {
  readonly id: string;
  /** The commune of the candidate. */
  readonly placeId: string | null;
  readonly organisationId: string | null;
}

export interface SeatRoom {
  readonly id: string;
  readonly placeId: string | null;
  readonly capacity: number;
  /** Seats that are taken already. */
  readonly assigned: number;
}

export interface Seating {
  /** Room by candidate. */
  seats: Map<string, string>;
  /** Candidates for whom no seat is left. */
  unseated: string[];
}

/** How long a candidate waits after the start before asking for the key: 0 to the spread, always the same for a sitting. */
export function startWaitMs(sittingId: string, spreadSeconds: number): number {
  return Math.floor((seededRandom(sittingId)() * spreadSeconds * 1_000) / 2 ** 32);
}

/** A seat for everybody as long as there are seats. */
export function assignSeats(candidates: readonly SeatSeeker[], rooms: readonly SeatRoom[]): Seating {
  const free = rooms.flatMap((room) =>
    Array.from({ length: Math.max(0, room.capacity - room.assigned) }, () => room.id),
  );
  const seats = new Map<string, string>();
  const unseated: string[] = [];
  candidates.forEach((candidate, index) => {
    const roomId = free[index];
    if (roomId === undefined) unseated.push(candidate.id);
    else seats.set(candidate.id, roomId);
  });
  return { seats, unseated };
}
