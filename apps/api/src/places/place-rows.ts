// Reads the reference files and makes the rows of the place table: country, ended provinces, provinces and communes of today.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { foldPlaceName } from './place-words.js';

type Csv = Record<string, string>;

export interface PlaceRow {
  id: string;
  code: string;
  level: 'country' | 'province' | 'commune';
  kind: string;
  name: string;
  full_name: string;
  name_en: string;
  search_key: string;
  valid_from: string;
  valid_to: string | null;
  province_id: string | null;
  successor_id: string | null;
  path: string;
}

/** Day from which the two-level structure of 34 provinces is in force (Resolution 202/2025/QH15). */
const reformDay = '2025-07-01';
/** Day that stands for 'since long' in the list of 63; only the end of these units matters here. */
const listOf63Since = '2008-08-01';
const communeKinds: Record<string, string> = { xa: 'commune', phuong: 'ward', dac_khu: 'special-zone' };

function readCsv(name: string): Csv[] {
  const text = readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
  return parse(text, { columns: true, skip_empty_lines: true });
}

/** Folded name first, so that a search by its beginning ranks it before units that only contain it. */
function keyOf(row: Csv): string {
  const spellings = [
    row['name_vi'],
    row['full_name_vi'],
    row['name_en'],
    row['alt_spelling_vi'],
    ...(row['aliases'] ?? '').split(';'),
  ];
  return [...new Set(spellings.filter(Boolean).map((spelling) => foldPlaceName(String(spelling))))].join('|');
}

function baseRow(row: Csv) {
  return {
    code: String(row['code']),
    name: String(row['name_vi']),
    full_name: String(row['full_name_vi']),
    name_en: String(row['name_en']),
    search_key: keyOf(row),
  };
}

function provinceOfToday(row: Csv): PlaceRow {
  return {
    ...baseRow(row),
    id: `p34-${row['code']}`,
    level: 'province',
    kind: String(row['type']),
    valid_from: reformDay,
    valid_to: null,
    province_id: null,
    successor_id: null,
    path: `vn.p${row['code']}`,
  };
}

function endedProvince(row: Csv): PlaceRow {
  return {
    ...baseRow(row),
    id: `p63-${row['code']}`,
    level: 'province',
    kind: String(row['type']),
    valid_from: listOf63Since,
    valid_to: String(row['valid_to']),
    province_id: null,
    successor_id: `p34-${row['merged_into']}`,
    path: `vn.h${row['code']}`,
  };
}

function commune(row: Csv): PlaceRow {
  return {
    ...baseRow(row),
    id: `c-${row['code']}`,
    level: 'commune',
    kind: communeKinds[String(row['type'])] ?? 'commune',
    valid_from: reformDay,
    valid_to: null,
    province_id: `p34-${row['province_code']}`,
    successor_id: null,
    path: `vn.p${row['province_code']}.c${row['code']}`,
  };
}

/** 1 country, 34 and 63 provinces, 3,321 communes; parents before children. */
export function placeRows(): PlaceRow[] {
  const country: PlaceRow = {
    ...baseRow({ code: 'VN', name_vi: 'Việt Nam', full_name_vi: 'Việt Nam', name_en: 'Viet Nam' }),
    id: 'vn',
    level: 'country',
    kind: 'country',
    valid_from: '1945-09-02',
    valid_to: null,
    province_id: null,
    successor_id: null,
    path: 'vn',
  };
  return [
    country,
    ...readCsv('provinces-34.csv').map(provinceOfToday),
    ...readCsv('provinces-63.csv').map(endedProvince),
    ...readCsv('communes-3321.csv').map(commune),
  ];
}
