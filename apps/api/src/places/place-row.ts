// The columns of a place as they are read, and the place of the contract made from them. Knows no search and no scope.
import type { Organisation, Place, PlaceRef } from '@onetouch/contract';

/** What every read of a place selects; to be joined as `p`, its province as `pr`, its successor as `su`. */
export const placeColumns = `
  p.id, p.code, p.level, p.kind, p.name, p.full_name AS "fullName", p.name_en AS "nameEn", p.path::text AS path,
  to_char(p.valid_from, 'YYYY-MM-DD') AS "validFrom", to_char(p.valid_to, 'YYYY-MM-DD') AS "validTo",
  pr.id AS "provinceId", pr.full_name AS "provinceName", su.id AS "successorId", su.full_name AS "successorName"`;
export const placeJoins =
  'LEFT JOIN place pr ON pr.id = p.province_id LEFT JOIN place su ON su.id = p.successor_id';

export interface PlaceRow {
  id: string;
  code: string;
  level: Place['level'];
  kind: Place['kind'];
  name: string;
  fullName: string;
  nameEn: string;
  path: string;
  validFrom: string;
  validTo: string | null;
  provinceId: string | null;
  provinceName: string | null;
  successorId: string | null;
  successorName: string | null;
}

export interface OrganisationRow {
  id: string;
  name: string;
  kind: Organisation['kind'];
  placeId: string;
  placeName: string;
}

/** A reference, or null when there is no such unit. */
export function placeRef(id: string | null, fullName: string | null): PlaceRef | null {
  return id === null || fullName === null ? null : { id, fullName };
}

/** The place as it crosses the wire. */
export function toPlace(row: PlaceRow): Place {
  return {
    id: row.id,
    code: row.code,
    level: row.level,
    kind: row.kind,
    name: row.name,
    fullName: row.fullName,
    nameEn: row.nameEn,
    province: placeRef(row.provinceId, row.provinceName),
    validFrom: row.validFrom,
    validTo: row.validTo,
    successor: placeRef(row.successorId, row.successorName),
  };
}

/** The organisation as it crosses the wire. */
export function toOrganisation(row: OrganisationRow): Organisation {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    place: { id: row.placeId, fullName: row.placeName },
  };
}
