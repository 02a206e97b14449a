// Administrative units of Viet Nam and the organisations in them.
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { Id, page, PageQuery, SearchWords, text } from './wire.js';

export const PlaceLevel = z.enum(['country', 'province', 'commune']);
export type PlaceLevel = z.infer<typeof PlaceLevel>;

/**
 * Names a unit together with its list, because a code alone changed owner in 2025: `vn`, `p34-24` (province of today),
 * `p63-24` (province until 30 June 2025), `c-07210` (commune, ward or special zone of today).
 */
export const PlaceId = z.string().regex(/^(vn|p34-\d{2}|p63-\d{2}|c-\d{5})$/);
export type PlaceId = z.infer<typeof PlaceId>;

export const PlaceRef = z.object({ id: PlaceId, fullName: z.string() });
export type PlaceRef = z.infer<typeof PlaceRef>;

export const Place = z.object({
  id: PlaceId,
  code: z.string(),
  level: PlaceLevel,
  name: z.string(),
  /** With the kind of unit: 'Xã Hợp Thành', 'Tỉnh Lào Cai'. */
  fullName: z.string(),
  nameEn: z.string(),
  kind: z.enum(['country', 'province', 'municipality', 'commune', 'ward', 'special-zone']),
  /** The province of a commune; null for provinces and the country. */
  province: PlaceRef.nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** The unit of today that took over, for a unit that has ended. */
  successor: PlaceRef.nullable(),
});
export type Place = z.infer<typeof Place>;

export const OrganisationKind = z.enum([
  'agency',
  'enterprise',
  'cooperative',
  'school',
  'community-team',
  'other',
]);
export const Organisation = z.object({ id: Id, name: z.string(), kind: OrganisationKind, place: PlaceRef });
export type Organisation = z.infer<typeof Organisation>;
export const OrganisationRef = z.object({ id: Id, name: z.string() });
export type OrganisationRef = z.infer<typeof OrganisationRef>;

/** What somebody may choose from: these places with everything below them, and these organisations. */
export const ScopeChoice = z.object({ places: z.array(PlaceRef), organisations: z.array(OrganisationRef) });
export type ScopeChoice = z.infer<typeof ScopeChoice>;

export const places = {
  search: endpoint({
    method: 'GET',
    path: '/places',
    access: 'public',
    summary:
      'Finds provinces and communes by name with or without accents; an ended unit comes with its successor. Best match first.',
    query: z.object({
      q: SearchWords.optional(),
      level: PlaceLevel.optional(),
      /** Only units below this one. */
      under: PlaceId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(20),
    }),
    response: page(Place),
  }),
  provinces: endpoint({
    method: 'GET',
    path: '/provinces',
    access: 'public',
    summary: 'All provinces of one list in Vietnamese order: `34` since 1 July 2025, `63` until then.',
    query: z.object({ list: z.enum(['34', '63']).default('34') }),
    response: page(Place),
  }),
  read: endpoint({
    method: 'GET',
    path: '/places/:placeId',
    access: 'public',
    summary: 'One administrative unit.',
    params: z.object({ placeId: PlaceId }),
    response: Place,
    refuses: ['place.not-found'],
  }),
  searchOrganisations: endpoint({
    method: 'GET',
    path: '/organisations',
    access: 'public',
    summary: 'Finds organisations by name with or without accents, optionally in a place and below.',
    query: z.object({ q: SearchWords.optional(), under: PlaceId.optional(), ...PageQuery }),
    response: page(Organisation),
  }),
  createOrganisation: endpoint({
    method: 'POST',
    path: '/organisations',
    access: 'coordinator',
    summary: 'Adds an organisation to a place in the own scope.',
    body: z.strictObject({
      name: text(limits.organisationNameLength, 2),
      kind: OrganisationKind,
      placeId: PlaceId,
    }),
    response: Organisation,
    refuses: ['place.not-found', 'place.not-current', 'access.denied'],
  }),
};
