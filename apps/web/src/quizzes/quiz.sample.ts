// A test with its rule, a failed result of it, and a server that answers what it is told. For tests of pages.
import type { AttemptResult, Quiz } from '@onetouch/contract';

const title = { vi: 'Bài kiểm tra cuối khóa', en: 'Final test' };
export const quiz: Quiz = {
  enrolmentId: 'e1',
  lessonId: 'l9',
  courseSlug: 'an-toan',
  courseTitle: { vi: 'Dùng điện thoại an toàn', en: 'Safe phones' },
  title,
  minutes: 12,
  rule: { draw: 20, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 240, requiresLessons: true },
  needsAccessCode: false,
  timeLimitMinutes: null,
  attemptsAllowed: 3,
  passCount: 16,
  attempts: [],
  countingAttemptId: null,
  attemptsLeft: 3,
  nextAttemptAt: null,
  openAttemptId: null,
  lockedBy: [],
  hasPassed: false,
};
export const question = (
  id: string,
  isRight: boolean,
  points = 1_000,
): AttemptResult['questions'][number] => ({
  question: {
    id,
    kind: 'single',
    prompt: `Nội dung ${id}?`,
    options: [
      { id: 'a', text: 'Gọi lại' },
      { id: 'b', text: 'Gác máy' },
    ],
    points,
    maxWords: null,
  },
  text: '',
  correction: null,
  comment: null,
  criteria: [],
  chosen: [isRight ? 'b' : 'a'],
  correct: ['b'],
  isRight,
  points: isRight ? points : 0,
  explanation: 'Gác máy rồi kể với người nhà.',
  review: { lessonId: 'l4', title: { vi: 'Mã OTP', en: 'One-time codes' }, minutes: 4 },
});
export const failed: AttemptResult = {
  id: 'a1',
  number: 1,
  startedAt: '2026-11-21T02:30:00.000Z',
  submittedAt: '2026-11-21T02:58:00.000Z',
  closedBy: 'learner',
  points: 1_000,
  neededPoints: 3_000,
  possiblePoints: 4_000,
  hasPassed: false,
  examId: null,
  examName: null,
  status: 'marked',
  shows: { feedback: true, key: true, nextAt: null },
  lateCount: 0,
  enrolmentId: 'e1',
  lessonId: 'l9',
  courseSlug: 'an-toan',
  courseTitle: quiz.courseTitle,
  title,
  receipt: '4D08',
  rightCount: 1,
  questionCount: 4,
  neededCount: 3,
  hasPartialCredit: false,
  wrongPercent: 0,
  attemptsAllowed: 3,
  attemptsLeft: 2,
  nextAttemptAt: new Date(Date.now() + 3_600_000).toISOString(),
  parts: [
    {
      title: { vi: 'Nhận ra lừa đảo', en: 'Fraud' },
      right: 1,
      total: 4,
      points: 1_000,
      possiblePoints: 4_000,
    },
  ],
  competences: [],
  reviews: [{ lessonId: 'l4', number: 4, title: { vi: 'Mã OTP', en: 'Codes' }, minutes: 4, wrong: 3 }],
  questions: [question('q1', true), question('q2', false), question('q3', false), question('q4', false)],
  courseCompletedAt: null,
  certificateId: null,
};

/** Every request so far, as `GET /path`. */
export const sent: string[] = [];
export function serve(answers: Record<string, unknown>) {
  sent.length = 0;
  globalThis.fetch = (input, init) => {
    const path = String(input).replace('/api/v1', '');
    sent.push(`${init?.method} ${path}`);
    const answer = answers[`${init?.method} ${path}`];
    return Promise.resolve(
      answer instanceof Response ? answer : new Response(JSON.stringify(answer), { status: 200 }),
    );
  };
}
