// The results as a file: its columns and words.
import type { Readable } from 'node:stream';
import type { ClosedBy, ExamResultRow } from '@onetouch/contract';
import { listFile, noteCell, placeCells } from '../cohorts/list-file.js';
import { vietnamDate } from '../platform/vietnam-time.js';
import type { ResultRow, ResultsQueries } from './results.queries.js';

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
  'Câu trả lời đến trễ',
  'Số phút thêm',
  'Ghi chú',
];
const statusWords: Record<ExamResultRow['status'], string> = {
  absent: 'Vắng',
  working: 'Đang làm bài',
  marking: 'Đang chấm',
  passed: 'Đạt',
  failed: 'Chưa đạt',
};
const closedWords: Record<ClosedBy, string> = {
  learner: 'Tự nộp',
  deadline: 'Hết giờ',
  invigilator: 'Giám thị thu bài',
};

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

function cellsOf(row: ResultRow, number: number) {
  const { submittedAt, closedBy } = row;
  return [
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
    noteCell(row),
  ];
}

/** The file as a stream. */
export function resultsFile(results: ResultsQueries, examId: string): Readable {
  return listFile({ header, page: (part) => results.page(examId, part), cells: cellsOf });
}
