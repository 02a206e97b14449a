// The members as a file, batch by batch: never the whole list in memory, and no connection held while a slow line reads.
import { Readable } from 'node:stream';
import type { MemberStatus } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { vietnamDate, vietnamDay } from '../platform/vietnam-time.js';
import { byteOrderMark, csvLine } from './csv.js';
import type { MemberFilters, MemberRow, MembersQueries } from './members.queries.js';

const batch = 2_000;

const header = [
  'STT',
  'Họ và tên',
  'Xã, phường',
  'Tỉnh, thành phố',
  'Đơn vị',
  'Trạng thái',
  'Số bước đã xong',
  'Tổng số bước',
  'Tiến độ (%)',
  'Học gần nhất',
  'Ngày hoàn thành',
  'Số chứng nhận',
  'Ghi chú',
];
const statusWords: Record<MemberStatus, string> = {
  'not-started': 'Chưa bắt đầu',
  learning: 'Đang học',
  completed: 'Đã hoàn thành',
  certified: 'Đã có chứng nhận',
};

/** Made-up people stay told from real ones in whatever a province makes of the file. */
const demonstrationWord = 'Tài khoản minh họa';

const dayOf = (time: Date | null) => (time ? vietnamDate(time) : '');

/** Somebody who lives in a province without a commune has only a province. */
function placeCells({ placeName, provinceName }: MemberRow): [string, string] {
  return provinceName === null ? ['', placeName ?? ''] : [placeName ?? '', provinceName];
}

function lineOf(row: MemberRow, number: number): string {
  return csvLine([
    number,
    row.fullName,
    ...placeCells(row),
    row.organisationName,
    statusWords[row.status],
    row.stepsDone,
    row.stepsTotal,
    row.percent,
    dayOf(row.lastActivityAt),
    dayOf(row.completedAt),
    row.certificateNumber ?? '',
    row.isDemonstration ? demonstrationWord : '',
  ]);
}

async function* linesOf(
  members: MembersQueries,
  cohortId: string,
  filters: MemberFilters,
): AsyncGenerator<Buffer> {
  let cursor: string | undefined;
  let number = 0;
  let text = byteOrderMark + csvLine(header);
  do {
    const { rows, next } = await members.page(cohortId, filters, { cursor, limit: batch });
    for (const row of rows) text += lineOf(row, (number += 1));
    yield Buffer.from(text);
    text = '';
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** The file as a stream; it reads on only as fast as it is taken. */
export function memberFile(members: MembersQueries, cohortId: string, filters: MemberFilters): Readable {
  return Readable.from(linesOf(members, cohortId, filters), { objectMode: false, highWaterMark: 64 * 1024 });
}

/** `danh-sach-lop-can-bo-mot-cua-2026-11-21.csv`. */
export function memberFileName(cohortName: string, now: Date): string {
  const name = foldVietnamese(cohortName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  const { year, month, day } = vietnamDay(now);
  return (
    ['danh-sach', name, year, String(month).padStart(2, '0'), String(day).padStart(2, '0')]
      .filter(Boolean)
      .join('-') + '.csv'
  );
}
