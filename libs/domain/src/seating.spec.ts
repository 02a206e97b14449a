// Seats: nobody stands while a seat is free, no room is overfull, people stay in their commune and with their colleagues.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignSeats, type SeatRoom, type SeatSeeker } from './seating.js';

const people = (count: number, placeId: string | null, organisationId: string | null): SeatSeeker[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${placeId}-${organisationId}-${String(index).padStart(4, '0')}`,
    placeId,
    organisationId,
  }));
const room = (id: string, placeId: string | null, capacity: number, assigned = 0): SeatRoom => ({
  id,
  placeId,
  capacity,
  assigned,
});
const roomsOf = (seats: ReadonlyMap<string, string>, who: readonly SeatSeeker[]) => [
  ...new Set(who.map(({ id }) => seats.get(id))),
];

describe('seats', () => {
  it('are in the own commune first, although a room elsewhere would fit better', () => {
    const cao = people(3, 'Cao Lãnh', 'UBND');
    const { seats } = assignSeats(cao, [room('a', 'Sa Đéc', 3), room('b', 'Cao Lãnh', 30)]);
    expect(roomsOf(seats, cao)).toEqual(['b']);
  });

  it('are not taken from the people of the commune by guests', () => {
    const [own, guests] = [people(2, 'Sa Đéc', 'x'), people(5, 'Cao Lãnh', 'y')];
    const { seats, unseated } = assignSeats([...guests, ...own], [room('a', 'Sa Đéc', 4)]);
    expect(roomsOf(seats, own)).toEqual(['a']);
    expect(unseated).toHaveLength(3);
  });

  it('are never in a room that somebody watches oneself, with colleagues all the same', () => {
    const [first, ...others] = people(3, 'p', 'x');
    if (!first) throw new Error('nobody');
    const guard = { ...first, barredRoomIds: ['a'] };
    const rooms = [room('a', 'p', 3), room('b', 'p', 3)];
    const { seats, unseated } = assignSeats([guard, ...others], rooms);
    expect(unseated).toEqual([]);
    expect(seats.get(guard.id)).toBe('b');
    expect(roomsOf(seats, others)).toHaveLength(1);
  });

  it('are given up by others when the last free one is in a room that somebody watches oneself', () => {
    const guard = { id: 'z', placeId: null, organisationId: null, barredRoomIds: ['b'] };
    const rooms = [room('a', 'p', 1), room('b', null, 1)];
    const [one] = people(1, 'p', null);
    if (!one) throw new Error('nobody');
    const { seats } = assignSeats([one, guard], rooms);
    expect([seats.get('z'), seats.get(one.id)]).toEqual(['a', 'b']);
    expect(assignSeats([guard], [room('b', null, 5)]).unseated).toEqual(['z']);
  });

  it('keep the colleagues of one organisation in one room where that can be', () => {
    const [big, small, single] = [people(5, 'p', 'big'), people(3, 'p', 'small'), people(2, 'p', null)];
    const { seats } = assignSeats([...single, ...small, ...big], [room('a', 'p', 5), room('b', 'p', 5)]);
    expect(roomsOf(seats, big)).toHaveLength(1);
    expect(roomsOf(seats, small)).toHaveLength(1);
    expect(seats.size).toBe(10);
  });

  it('keep the largest organisation together first, because it is the hardest to place', () => {
    const big = people(5, 'p', 'z');
    const all = [...people(3, 'p', 'a'), ...people(2, 'p', 'b'), ...big];
    expect(roomsOf(assignSeats(all, [room('r', 'p', 4), room('s', 'p', 6)]).seats, big)).toEqual(['s']);
  });

  it('leave the large room to others where a small one holds all colleagues', () => {
    const all = people(4, 'p', 'bank');
    expect(roomsOf(assignSeats(all, [room('a', 'p', 30), room('b', 'p', 5)]).seats, all)).toEqual(['b']);
  });

  it('bring somebody from elsewhere to the colleagues, although another room would fit better', () => {
    const rooms = [room('a', 'p', 20), room('b', null, 1)];
    const all = [...people(8, 'p', 'bank'), ...people(1, 'elsewhere', 'bank')];
    expect(roomsOf(assignSeats(all, rooms).seats, all)).toEqual(['a']);
  });

  it('split an organisation over as few rooms as its size needs', () => {
    const all = people(50, 'p', 'bank');
    const { seats } = assignSeats(all, [room('a', 'p', 10), room('b', 'p', 30), room('c', 'p', 25)]);
    expect(roomsOf(seats, all).toSorted()).toEqual(['b', 'c']);
  });

  it('leave those standing who find none, and only those', () => {
    const { seats, unseated } = assignSeats(people(5, 'p', null), [room('a', 'p', 4, 2)]);
    expect([seats.size, unseated.length]).toEqual([2, 3]);
  });

  const label = fc.constantFrom('p', 'q', 'r', null);
  const candidates = fc
    .array(fc.record({ placeId: label, organisationId: label }), { maxLength: 40 })
    .map((list) => list.map((one, index) => ({ ...one, id: `c${index}` })));
  const rooms = fc
    .array(fc.record({ placeId: label, capacity: fc.nat(12), assigned: fc.nat(14) }), { maxLength: 8 })
    .map((list) => list.map((one, index) => ({ ...one, id: `r${index}` })));

  it('are never more than a room has, and everybody gets one while there are enough', () => {
    fc.assert(
      fc.property(candidates, rooms, (who, where) => {
        const { seats, unseated } = assignSeats(who, where);
        const free = where.map(({ capacity, assigned }) => Math.max(0, capacity - assigned));
        where.forEach(({ id }, index) =>
          expect([...seats.values()].filter((roomId) => roomId === id).length).toBeLessThanOrEqual(
            free[index] ?? 0,
          ),
        );
        expect(seats.size).toBe(
          Math.min(
            who.length,
            free.reduce((sum, count) => sum + count, 0),
          ),
        );
        expect([...seats.keys(), ...unseated].toSorted()).toEqual(who.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('leave nobody outside the own commune while it has a free seat', () => {
    fc.assert(
      fc.property(candidates, rooms, (who, where) => {
        const { seats } = assignSeats(who, where);
        const placeOf = new Map(where.map(({ id, placeId }) => [id, placeId]));
        for (const { id, capacity, assigned, placeId } of where) {
          const left = capacity - assigned - [...seats.values()].filter((roomId) => roomId === id).length;
          if (left <= 0 || placeId === null) continue;
          for (const one of who.filter((each) => each.placeId === placeId))
            expect(placeOf.get(seats.get(one.id) ?? '')).toBe(placeId);
        }
      }),
    );
  });

  it('are the same in whatever order candidates and rooms come', () => {
    fc.assert(
      fc.property(candidates, rooms, (who, where) => {
        const [one, other] = [assignSeats(who, where), assignSeats(who.toReversed(), where.toReversed())];
        expect(new Map([...other.seats].toSorted())).toEqual(new Map([...one.seats].toSorted()));
        expect(other.unseated).toEqual(one.unseated);
      }),
    );
  });

  it('are found for a whole province: nobody stands, and no room holds more than it may', () => {
    const communes = Array.from({ length: 102 }, (_, index) => `commune ${index}`);
    const all = communes.flatMap((commune) => [
      ...people(20, commune, commune),
      ...people(16, commune, null),
    ]);
    const where = Array.from({ length: 238 }, (_, index) =>
      room(`room ${index}`, communes[index % 102] ?? null, 20),
    );
    const { seats, unseated } = assignSeats(all, where);
    expect(unseated).toEqual([]);
    expect(seats.size).toBe(102 * 36);
    const taken = Map.groupBy(seats.values(), (roomId) => roomId);
    for (const inRoom of taken.values()) expect(inRoom.length).toBeLessThanOrEqual(20);
  });
});
