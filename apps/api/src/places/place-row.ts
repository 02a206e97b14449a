// The columns of a place as they are read, and the place of the contract made from them. Knows no search and no scope.
import type { Organisation, Place, PlaceRef } from '@onetouch/contract';

/** What every read of a place selects; to be joined as `p`, its province as `pr`, its successor as `su`. */
export const placeColumns = `
  p.id, p.code, p.level, p.kind, p.name, p.full_name, p.name_en, p.path::text AS path,
  to_char(p.valid_from, 'YYYY-MM-DD') AS valid_from, to_char(p.valid_to, 'YYYY-MM-DD') AS valid_to,
  pr.id AS province_id, pr.full_name AS province_name, su.id AS successor_id, su.full_name AS successor_name`;
export const placeJoins =
  'LEFT JOIN place pr ON pr.id = p.province_id LEFT JOIN place su ON su.id = p.successor_id';

export interface PlaceColumns {
  id: string;
  code: string;
  level: Place['level'];
  kind: Place['kind'];
  name: string;
  full_name: string;
  name_en: string;
  path: string;
  valid_from: string;
  valid_to: string | null;
  province_id: string | null;
  province_name: string | null;
  successor_id: string | null;
  successor_name: string | null;
}

export interface OrganisationColumns {
  id: string;
  name: string;
  kind: Organisation['kind'];
  place_id: string;
  place_name: string;
}

/** A reference, or null when there is no such unit. */
export function placeRef(id: string | null, fullName: string | null): PlaceRef | null {
  return id === null || fullName === null ? null : { id, fullName };
}

/** The place as it crosses the wire. */
export function toPlace(row: PlaceColumns): Place {
  return {
    id: row.id,
    code: row.code,
    level: row.level,
    kind: row.kind,
    name: row.name,
    fullName: row.full_name,
    nameEn: row.name_en,
    province: placeRef(row.province_id, row.province_name),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successor: placeRef(row.successor_id, row.successor_name),
  };
}

/** The organisation as it crosses the wire. */
export function toOrganisation(row: OrganisationColumns): Organisation {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    place: { id: row.place_id, fullName: row.place_name },
  };
}
