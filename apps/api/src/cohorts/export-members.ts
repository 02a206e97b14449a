// The members as a file: its columns and words.
import type { Readable } from 'node:stream';
import type { MemberStatus } from '@onetouch/contract';
import { vietnamDate } from '../platform/vietnam-time.js';
import { listFile, noteCell, placeCells } from './list-file.js';
import type { MemberFilters, MemberRow, MembersQueries } from './members.queries.js';

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

const dayOf = (time: Date | null) => (time ? vietnamDate(time) : '');

function cellsOf(row: MemberRow, number: number) {
  return [
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
    noteCell(row),
  ];
}

/** The file as a stream. */
export function memberFile(members: MembersQueries, cohortId: string, filters: MemberFilters): Readable {
  return listFile({ header, page: (part) => members.page(cohortId, filters, part), cells: cellsOf });
}
