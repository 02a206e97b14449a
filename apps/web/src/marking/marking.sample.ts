// Figures, corrections and essays as the server answers them, for tests.
import type {
  Correction,
  CorrectionChange,
  CorrectionPreview,
  ItemStatistics,
  MarkingTask,
  QuizStatistics,
} from '@onetouch/contract';

export const courseId = '0190c8f0-0000-7000-8000-000000000001';
export const lessonId = '0190c8f0-0000-7000-8000-000000000002';
export const questionId = '0190c8f0-0000-7000-8000-000000000003';
export const correctionId = '0190c8f0-0000-7000-8000-000000000004';
export const longName = 'Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh';

/** A question that the best third gets wrong. */
export function item(changes: Partial<ItemStatistics> = {}): ItemStatistics {
  return {
    questionId,
    prompt: 'Khi lỡ chuyển tiền nhầm, gọi số nào?',
    kind: 'single',
    category: 'Xử lý sự cố',
    difficulty: 'medium',
    attempts: 120,
    facilityIndex: 0.47,
    standardDeviation: 0.5,
    randomGuessScore: 0.5,
    intendedWeight: 0.5,
    effectiveWeight: null,
    discriminationIndex: -0.08,
    discriminativeEfficiency: -0.1,
    options: [
      {
        id: 'a',
        text: 'Số in sau thẻ',
        isKey: true,
        count: 56,
        share: 0.47,
        topShare: 0.3,
        bottomShare: 0.6,
      },
      {
        id: 'b',
        text: 'Số của ngân hàng',
        isKey: false,
        count: 64,
        share: 0.53,
        topShare: 0.7,
        bottomShare: 0.4,
      },
    ],
    unanswered: 0,
    judgement: 'review',
    warnings: ['negative-discrimination', 'distractor-beats-key'],
    ...changes,
  };
}

/** A question without fault. */
export const goodItem = item({
  questionId: '0190c8f0-0000-7000-8000-000000000013',
  prompt: 'Mã OTP dùng để làm gì?',
  facilityIndex: 0.62,
  discriminationIndex: 0.34,
  judgement: 'good',
  warnings: [],
});

export function statistics(changes: Partial<QuizStatistics> = {}): QuizStatistics {
  return {
    courseId,
    lessonId,
    courseTitle: { vi: 'An toàn số', en: '' },
    quizTitle: { vi: 'Kiểm tra cuối khóa', en: '' },
    examName: null,
    evaluatedAt: '2026-11-21T02:41:00.000Z',
    counted: 'first',
    attempts: 120,
    mean: 61.25,
    median: 63,
    standardDeviation: 17.4,
    skewness: -0.62,
    kurtosis: 0.1,
    internalConsistency: 71.3,
    errorRatio: 53.6,
    standardError: 9.3,
    passedShare: 0.54,
    histogram: [0, 1, 2, 6, 14, 22, 30, 25, 14, 6],
    items: [goodItem, item()],
    abilities: { correct: true },
    ...changes,
  };
}

const mark = (points: number, hasPassed: boolean) => ({
  points,
  possiblePoints: 10_000,
  neededPoints: 8_000,
  hasPassed,
});

export function change(changes: Partial<CorrectionChange> = {}): CorrectionChange {
  return {
    attemptId: '0190c8f0-0000-7000-8000-000000000021',
    fullName: 'Trần Thị Mai',
    organisationName: 'UBND xã Hợp Thành',
    before: mark(7_000, false),
    after: mark(8_000, true),
    certificateNumber: null,
    decision: null,
    ...changes,
  };
}

/** Somebody who would lose a pass and has a certificate. */
export const lost = change({
  attemptId: '0190c8f0-0000-7000-8000-000000000022',
  fullName: longName,
  before: mark(8_000, true),
  after: mark(7_500, false),
  certificateNumber: 'OT-2026-000311',
  decision: 'open',
});

export function preview(changes: Partial<CorrectionPreview> = {}): CorrectionPreview {
  return {
    attempts: 120,
    changed: 2,
    gainsPass: 1,
    losesPass: 1,
    withCertificate: 1,
    fingerprint: 'one',
    changes: [change(), lost],
    ...changes,
  };
}

export function correction(changes: Partial<Correction> = {}): Correction {
  return {
    id: correctionId,
    wish: { action: 'drop', questionId },
    prompt: 'Khi lỡ chuyển tiền nhầm, gọi số nào?',
    reason: 'Hai đáp án đều đúng.',
    authorName: 'Lê Thu Hà',
    appliedAt: '2026-11-21T02:50:00.000Z',
    changed: 2,
    gainsPass: 1,
    losesPass: 1,
    openDecisions: 1,
    ...changes,
  };
}

export const attemptId = '0190c8f0-0000-7000-8000-000000000031';

export function task(changes: Partial<MarkingTask> = {}): MarkingTask {
  return {
    attemptId,
    questionId,
    courseTitle: { vi: 'Xử lý hồ sơ một cửa', en: '' },
    quizTitle: { vi: 'Bài viết cuối khóa', en: '' },
    examName: null,
    prompt: 'Kể một việc khó khi tiếp nhận hồ sơ và cách xử lý.',
    words: 212,
    submittedAt: '2026-11-21T02:00:00.000Z',
    marksGiven: 0,
    marksNeeded: 1,
    isDecider: false,
    text: 'Có lần người dân mang thiếu giấy.\n\nTôi ghi phiếu hướng dẫn.',
    points: 4_000,
    essay: {
      maxWords: 400,
      rubric: [
        { id: 'a', title: 'Nêu đúng việc', description: 'Việc có thật, rõ ràng.', points: 1_500 },
        { id: 'b', title: 'Cách xử lý', description: '', points: 2_500 },
      ],
    },
    explanation: 'Tìm phiếu hướng dẫn và thời hạn.',
    marks: [],
    settled: null,
    nextTask: null,
    ...changes,
  };
}
