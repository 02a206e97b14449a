// One look at an exam that all its listeners share: every part as the JSON that is sent, so that 'changed' is a comparison of two texts.
import type { RoomCounts } from '@onetouch/contract';
import type { CountsByRoom } from './room-counts.js';

export interface PictureRoom {
  id: string;
  invigilatorId: string | null;
  json: string;
}

export interface Picture {
  at: Date;
  /** By name. */
  rooms: readonly PictureRoom[];
  counts: CountsByRoom;
  /** People by room and then by id, of the rooms that somebody looks at. */
  people: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** People who have left such a room since the last look. */
  gone: ReadonlyMap<string, string>;
}

/** What was sent to one listener so far. */
export interface Sent {
  totals: string;
  rooms: Map<string, string>;
  people: Map<string, string>;
}

export const nothingSent = (): Sent => ({ totals: '', rooms: new Map(), people: new Map() });

function changed(sent: Map<string, string>, entries: Iterable<readonly [string, string]>): string[] {
  const news: string[] = [];
  for (const [id, json] of entries) {
    if (sent.get(id) === json) continue;
    sent.set(id, json);
    news.push(json);
  }
  return news;
}

/** Who was in the room at the last message and is there no more: one last line each, with the new room. */
function* goneFrom(sent: Sent, { gone }: Picture, here: ReadonlyMap<string, string>) {
  for (const id of sent.people.keys()) {
    if (here.has(id)) continue;
    sent.people.delete(id);
    const json = gone.get(id);
    if (json !== undefined) yield json;
  }
}

interface View {
  rooms: readonly PictureRoom[];
  totals: RoomCounts;
  /** The room whose people are looked at. */
  roomId: string | null;
}

/** A `BoardNews` of what changed since the last one, as JSON, and remembers it as sent; null when nothing did. */
export function newsOf(picture: Picture, view: View, sent: Sent): string | null {
  const totals = JSON.stringify(view.totals);
  const rooms = changed(
    sent.rooms,
    view.rooms.map(({ id, json }) => [id, json] as const),
  );
  const here = (view.roomId === null ? undefined : picture.people.get(view.roomId)) ?? new Map();
  const people = [...goneFrom(sent, picture, here), ...changed(sent.people, here)];
  if (rooms.length === 0 && people.length === 0 && totals === sent.totals) return null;
  sent.totals = totals;
  const time = JSON.stringify(picture.at.toISOString());
  return `{"serverTime":${time},"totals":${totals},"rooms":[${rooms.join()}],"candidates":[${people.join()}]}`;
}
