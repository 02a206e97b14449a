// Who sits where: decided by ids alone, so that asking twice changes nothing. It knows no names.
export interface SeatSeeker {
  readonly id: string;
  /** The commune of the candidate. */
  readonly placeId: string | null;
  readonly organisationId: string | null;
  /** Rooms in which this person must not sit, because of watching them. */
  readonly barredRoomIds?: readonly string[];
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

interface FreeRoom {
  readonly id: string;
  readonly placeId: string | null;
  readonly organisations: Set<string>;
  left: number;
}

interface Party {
  readonly organisationId: string | null;
  readonly barredRoomIds: readonly string[];
  readonly members: SeatSeeker[];
}

// By code units and not by a language: the same on every machine.
const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const barredOf = ({ barredRoomIds = [] }: SeatSeeker) => barredRoomIds;

/**
 * Colleagues as parties, the largest first, because it is the hardest to keep together; one by one people without an organisation, and
 * those who may not sit everywhere.
 */
function toParties(candidates: readonly SeatSeeker[]): Party[] {
  const parties = Map.groupBy(candidates, (one) =>
    one.organisationId === null || barredOf(one).length > 0
      ? `person ${one.id}`
      : `organisation ${one.organisationId}`,
  );
  return [...parties]
    .sort(([key, one], [otherKey, other]) => other.length - one.length || byText(key, otherKey))
    .map(([, members]) => ({
      organisationId: members[0]?.organisationId ?? null,
      barredRoomIds: members.flatMap(barredOf),
      members,
    }));
}

/** Where colleagues sit already, else the smallest room that takes all, else the one with the most free seats; null when all are full. */
function chooseRoom(
  rooms: readonly FreeRoom[],
  { organisationId, barredRoomIds, members }: Party,
): FreeRoom | null {
  const free = rooms.filter((room) => room.left > 0 && !barredRoomIds.includes(room.id));
  const most = (list: readonly FreeRoom[]) => list.toSorted((one, other) => other.left - one.left)[0];
  const fitting = (list: readonly FreeRoom[]) =>
    list.filter((room) => room.left >= members.length).toSorted((one, other) => one.left - other.left)[0];
  const own = free.filter((room) => organisationId !== null && room.organisations.has(organisationId));
  return fitting(own) ?? most(own) ?? fitting(free) ?? most(free) ?? null;
}

/** Seats every party in these rooms as far as they go, and answers who is left. */
function seatIn(
  rooms: readonly FreeRoom[],
  parties: readonly Party[],
  seats: Map<string, string>,
): SeatSeeker[] {
  return parties.flatMap((party) => {
    const { organisationId } = party;
    let waiting = party.members;
    for (;;) {
      const room = chooseRoom(rooms, { ...party, members: waiting });
      if (!room || waiting.length === 0) return waiting;
      const seated = waiting.slice(0, room.left);
      for (const { id } of seated) seats.set(id, room.id);
      if (organisationId !== null) room.organisations.add(organisationId);
      room.left -= seated.length;
      waiting = waiting.slice(seated.length);
    }
  });
}

/** A seat for somebody who may not sit where the last ones are free: somebody else goes there. False when nobody can. */
function seatBySwap(
  seeker: SeatSeeker,
  { free, seekers, seats }: { free: readonly FreeRoom[]; seekers: SeatSeeker[]; seats: Map<string, string> },
): boolean {
  for (const room of free.filter(({ left }) => left > 0))
    for (const other of seekers) {
      const taken = seats.get(other.id);
      if (taken === undefined || barredOf(seeker).includes(taken) || barredOf(other).includes(room.id))
        continue;
      seats.set(other.id, room.id).set(seeker.id, taken);
      room.left -= 1;
      return true;
    }
  return false;
}

/**
 * A seat for everybody as long as there are seats, whatever the order of the lists: in a room of the own commune while one has
 * room, colleagues of one organisation in one room where that can be, and whoever is left anywhere else. Nobody sits in a barred room.
 */
export function assignSeats(candidates: readonly SeatSeeker[], rooms: readonly SeatRoom[]): Seating {
  const free = rooms
    .map(({ id, placeId, capacity, assigned }): FreeRoom => {
      return { id, placeId, left: Math.max(0, capacity - assigned), organisations: new Set() };
    })
    .sort((one, other) => byText(one.id, other.id));
  const seekers = [...new Map(candidates.map((one) => [one.id, one])).values()].sort((one, other) =>
    byText(one.id, other.id),
  );
  const seats = new Map<string, string>();
  const byCommune = [...Map.groupBy(seekers, (seeker) => seeker.placeId)].sort(([one], [other]) =>
    byText(one ?? '', other ?? ''),
  );
  const left = byCommune.flatMap(([placeId, people]) => {
    const here = free.filter((room) => placeId !== null && room.placeId === placeId);
    return seatIn(here, toParties(people), seats);
  });
  const unseated = seatIn(free, toParties(left), seats)
    .filter((seeker) => !seatBySwap(seeker, { free, seekers, seats }))
    .map(({ id }) => id);
  return { seats, unseated };
}
