// A list of people as a file for spreadsheets, batch by batch: never the whole list in memory, and no connection held while a slow line
// reads. Knows neither its columns nor where its rows come from.
import { Readable } from 'node:stream';
import { foldVietnamese } from '@onetouch/domain';
import { vietnamDay } from '../platform/vietnam-time.js';
import { byteOrderMark, csvLine } from './csv.js';

const batch = 2_000;

export interface ListFile<Row> {
  header: readonly string[];
  page: (part: {
    cursor: string | undefined;
    limit: number;
  }) => Promise<{ rows: Row[]; next: string | null }>;
  /** The cells of the nth row, counted from 1. */
  cells: (row: Row, number: number) => readonly (string | number)[];
}

async function* linesOf<Row>({ header, page, cells }: ListFile<Row>): AsyncGenerator<Buffer> {
  let cursor: string | undefined;
  let number = 0;
  let text = byteOrderMark + csvLine(header);
  do {
    const { rows, next } = await page({ cursor, limit: batch });
    for (const row of rows) text += csvLine(cells(row, (number += 1)));
    yield Buffer.from(text);
    text = '';
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** The file as a stream; it reads on only as fast as it is taken. */
export function listFile<Row>(list: ListFile<Row>): Readable {
  return Readable.from(linesOf(list), { objectMode: false, highWaterMark: 64 * 1024 });
}

/** `danh-sach-lop-can-bo-mot-cua-2026-11-21.csv`: the kind, the name without accents, the day. */
export function listFileName(kind: string, ofWhat: string, now: Date): string {
  const name = foldVietnamese(ofWhat)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  const { year, month, day } = vietnamDay(now);
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return `${[kind, name, ...date].filter(Boolean).join('-')}.csv`;
}

/** Commune and province; somebody who lives in a province without a commune has only a province. */
export function placeCells(row: { placeName: string | null; provinceName: string | null }): [string, string] {
  const { placeName, provinceName } = row;
  return provinceName === null ? ['', placeName ?? ''] : [placeName ?? '', provinceName];
}

/** Made-up people stay told from real ones in whatever a province makes of the file. */
export const noteCell = ({ isDemonstration }: { isDemonstration: boolean }) =>
  isDemonstration ? 'Tài khoản minh họa' : '';
