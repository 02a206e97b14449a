// Communes that pasted lines name, looked up below the place of the exam: one request for a province, one a name for the country.
import { places, type Place, type PlaceId, type PlaceRef } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { call } from '../platform/call.js';

/** The unit that a name means, or why it means none. */
export type Commune = PlaceRef | 'unknown' | 'ambiguous';

const mostCommunes = 500;
/** Names asked for at the same time. */
const atOnce = 4;

async function ask(under: PlaceId, q?: string): Promise<Place[]> {
  const query = { q, level: 'commune' as const, under, limit: mostCommunes };
  return (await call(places.search, { query })).items;
}

async function askByName(under: PlaceId, names: readonly string[]): Promise<Place[]> {
  const found: Place[] = [];
  for (let start = 0; start < names.length; start += atOnce) {
    const part = names.slice(start, start + atOnce);
    const pages = await Promise.all(part.map((name) => ask(under, bare(name))));
    found.push(...pages.flat());
  }
  return found;
}

/** Without what stands behind a comma: `Xã Hợp Thành, tỉnh Lào Cai`. */
const bare = (name: string) => name.split(',')[0]?.trim() ?? '';

function meaning(name: string, known: readonly (PlaceRef & { name: string })[]): Commune {
  const wanted = foldVietnamese(bare(name));
  const full = known.filter(({ fullName }) => foldVietnamese(fullName) === wanted);
  const found = full.length > 0 ? full : known.filter((place) => foldVietnamese(place.name) === wanted);
  const [only] = found;
  const ids = new Set(found.map(({ id }) => id));
  if (!only) return 'unknown';
  return ids.size > 1 ? 'ambiguous' : { id: only.id, fullName: only.fullName };
}

/** What each name means; `within` is the place of the exam, which may be named too. */
export async function findCommunes(
  names: readonly string[],
  within: PlaceRef,
): Promise<Map<string, Commune>> {
  const wanted = [...new Set(names.filter(Boolean))];
  if (wanted.length === 0) return new Map();
  const found = within.id === 'vn' ? await askByName('vn', wanted) : await ask(within.id);
  const current = found.filter(({ validTo }) => validTo === null);
  const own = { ...within, name: within.fullName.replace(/^(xã|phường|đặc khu)\s+/i, '') };
  return new Map(wanted.map((name) => [name, meaning(name, [own, ...current])]));
}
