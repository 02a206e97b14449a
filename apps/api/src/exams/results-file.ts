// The results as a file, batch by batch: never the whole list in memory, and no connection held while a slow line reads.
import { Readable } from 'node:stream';
import type { ClosedBy, ExamResultRow } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { byteOrderMark, csvLine } from '../cohorts/csv.js';
import { vietnamDate, vietnamDay } from '../platform/vietnam-time.js';
import type { ResultRow, ResultsQueries } from './results.queries.js';

const batch = 2_000;

const header = [
  'STT',
  'Họ và tên',
  'Xã, phường',
  'Tỉnh, thành phố',
  'Đơn vị',
  'Phòng thi',
  'Kết quả',
  'Điểm',
  'Điểm tối đa',
  'Ngày nộp bài',
  'Giờ nộp bài',
  'Cách nộp bài',
  'Câu trả lời đến muộn',
  'Số phút thêm',
  'Ghi chú',
];
const statusWords: Record<ExamResultRow['status'], string> = {
  absent: 'Vắng',
  working: 'Đang làm bài',
  marking: 'Đang chấm',
  passed: 'Đạt',
  failed: 'Không đạt',
};
const closedWords: Record<ClosedBy, string> = {
  learner: 'Tự nộp',
  deadline: 'Hết giờ',
  invigilator: 'Giám thị thu bài',
};
/** Made-up people stay told from real ones in whatever a province makes of the file. */
const demonstrationWord = 'Tài khoản minh họa';

const timeParts = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Thousandths as people in Viet Nam write them: `7,5`. */
function pointsOf(points: number | null): string {
  return points === null ? '' : String(points / 1000).replace('.', ',');
}

/** Somebody who lives in a province without a commune has only a province. */
function placeCells({ placeName, provinceName }: ResultRow): [string, string] {
  return provinceName === null ? ['', placeName ?? ''] : [placeName ?? '', provinceName];
}

function lineOf(row: ResultRow, number: number): string {
  const { submittedAt, closedBy } = row;
  return csvLine([
    number,
    row.fullName,
    ...placeCells(row),
    row.organisationName,
    row.roomName ?? '',
    statusWords[row.status],
    pointsOf(row.points),
    pointsOf(row.points === null ? null : row.possiblePoints),
    submittedAt ? vietnamDate(submittedAt) : '',
    submittedAt ? timeParts.format(submittedAt) : '',
    closedBy ? closedWords[closedBy] : '',
    row.lateCount,
    row.extraMinutes,
    row.isDemonstration ? demonstrationWord : '',
  ]);
}

async function* linesOf(results: ResultsQueries, examId: string): AsyncGenerator<Buffer> {
  let cursor: string | undefined;
  let number = 0;
  let text = byteOrderMark + csvLine(header);
  do {
    const { rows, next } = await results.page(examId, { cursor, limit: batch });
    for (const row of rows) text += lineOf(row, (number += 1));
    yield Buffer.from(text);
    text = '';
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** The file as a stream; it reads on only as fast as it is taken. */
export function resultsFile(results: ResultsQueries, examId: string): Readable {
  return Readable.from(linesOf(results, examId), { objectMode: false, highWaterMark: 64 * 1024 });
}

/** `ket-qua-can-bo-mot-cua-2026-11-21.csv`. */
export function resultsFileName(examName: string, now: Date): string {
  const name = foldVietnamese(examName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  const { year, month, day } = vietnamDay(now);
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return `${['ket-qua', name, ...date].filter(Boolean).join('-')}.csv`;
}
