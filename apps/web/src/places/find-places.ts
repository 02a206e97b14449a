// Administrative units as options to choose from. An ended unit stands in the list with what it became, and choosing it
// chooses its successor. Knows no form.
import { places, type Place, type PlaceId, type PlaceLevel, type PlaceRef } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { call } from '../platform/call.js';
import { words as wordsOf } from '../platform/i18n.js';
import type { Option } from '../ui/combobox.js';
import type { Find } from '../ui/use-found.js';

/** A unit of today. */
export interface ChosenPlace extends PlaceRef {
  /** The province of a commune: hundreds of communes share a name. */
  provinceName?: string | undefined;
  /** The former unit whose name led here. */
  movedFrom?: string;
}

export interface PlaceWish {
  level?: PlaceLevel | undefined;
  /** Only units below this one. */
  under?: PlaceId | undefined;
  /** Shown before anything is typed, and found by name before all others: the own scopes, for example. */
  first?: readonly PlaceRef[] | undefined;
}

const shown = 50;

/** Of a province that was chosen before, the name is not repeated on every line. */
function toOption(place: Place, under?: PlaceId): Option<ChosenPlace>[] {
  const { id, fullName, province, validTo, successor } = place;
  if (!validTo)
    return [
      {
        key: id,
        label: fullName,
        note: province?.id === under ? undefined : province?.fullName,
        value: { id, fullName, provinceName: province?.fullName },
      },
    ];
  if (!successor) return [];
  const note = wordsOf('places')('nowIn', { name: successor.fullName });
  return [{ key: id, label: fullName, note, value: { ...successor, movedFrom: fullName } }];
}

/** A search within `wish`, for a combobox. */
export function findPlaces({ level, under, first = [] }: PlaceWish): Find<Option<ChosenPlace>> {
  const own = first.map((ref) => ({ key: ref.id, label: ref.fullName, value: ref }));
  const ownIds = new Set<string>(first.map(({ id }) => id));
  return async (q, signal) => {
    if (q === '' && own.length > 0) return own;
    const { items } = await call(places.search, { query: { q, level, under, limit: shown } }, { signal });
    const wanted = foldVietnamese(q);
    const found = items.flatMap((place) => toOption(place, under)).filter(({ key }) => !ownIds.has(key));
    return [...own.filter(({ label }) => foldVietnamese(label).includes(wanted)), ...found];
  };
}
