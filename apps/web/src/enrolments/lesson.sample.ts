// A small course with one lesson to learn, and a server for it, for the tests of this room.
import type { ContentLesson, EnrolmentDetail, LessonProgress, ProgressEvent } from '@onetouch/contract';
import { applyEvents, emptyLessonState, isLessonDone } from '@onetouch/domain';

const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const paragraph = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});

export const enrolmentId = 'e1';
export const lesson: ContentLesson = {
  kind: 'content',
  id: 'l2',
  title: words('Ba dấu hiệu của tin giả'),
  minutes: 7,
  blocks: [
    { id: 'b1', type: 'text', doc: paragraph('Đọc kỹ tin này.') },
    { id: 'b2', type: 'note', tone: 'tip', text: 'Dừng lại rồi mới bấm.' },
    {
      id: 'b3',
      type: 'check',
      question: {
        kind: 'single',
        prompt: 'Nên làm gì trước?',
        options: [
          { id: 'x', text: 'Bấm đường dẫn' },
          { id: 'y', text: 'Gọi số in sau thẻ' },
        ],
        correct: ['y'],
        explanation: 'Số in sau thẻ là số thật.',
      },
    },
  ],
};
const row = (id: string, kind: 'content' | 'quiz', title: string) => ({
  id,
  kind,
  title: words(title),
  minutes: 5,
  weightBytes: 20_000,
  questions: kind === 'quiz' ? 12 : null,
});
export const detail: EnrolmentDetail = {
  id: enrolmentId,
  courseId: 'c1',
  courseSlug: 'an-toan',
  courseTitle: words('Dùng điện thoại an toàn'),
  audience: 'resident',
  topic: 'safety',
  versionId: 'v1',
  versionNumber: 1,
  enrolledAt: '2026-11-20T02:00:00.000Z',
  startedAt: '2026-11-20T02:10:00.000Z',
  completedAt: null,
  lastActivityAt: '2026-11-21T02:10:00.000Z',
  steps: { done: 1, total: 3 },
  percent: 33,
  resume: {
    lessonId: 'l2',
    kind: 'content',
    number: 2,
    title: words('Ba dấu hiệu của tin giả'),
    minutes: 7,
    blockId: 'b1',
  },
  certificateId: null,
  outline: [
    {
      id: 'm1',
      title: words('Phần một'),
      lessons: [
        row('l1', 'content', 'Lừa đảo nhắm vào ai'),
        row('l2', 'content', 'Ba dấu hiệu của tin giả'),
        row('q1', 'quiz', 'Bài kiểm tra cuối khóa'),
      ],
    },
  ],
  lessons: [
    { lessonId: 'l1', state: 'done', doneAt: '2026-11-20T03:00:00.000Z' },
    { lessonId: 'l2', state: 'started', doneAt: null },
    { lessonId: 'q1', state: 'locked', doneAt: null },
  ],
  conditions: [
    {
      kind: 'lessons',
      met: false,
      done: 1,
      total: 2,
      lastDoneAt: '2026-11-20T03:00:00.000Z',
      receipt: 'B71C',
      open: [
        {
          lessonId: 'l2',
          title: words('Ba dấu hiệu của tin giả'),
          missing: [
            { blockId: 'b1', type: 'text' },
            { blockId: 'b3', type: 'check' },
          ],
        },
      ],
    },
    {
      kind: 'quiz',
      met: false,
      lessonId: 'q1',
      title: words('Bài kiểm tra cuối khóa'),
      best: null,
      attemptsLeft: 3,
      nextAttemptAt: null,
    },
  ],
  ruleVersion: 1,
  evaluatedAt: '2026-11-21T02:41:00.000Z',
};

const doneAt = '2026-11-21T02:45:00.000Z';
const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** A server of this one lesson that can be cut off; answers what it has been sent. */
export function serveLesson(person: unknown, before: Partial<LessonProgress> = {}) {
  let state = {
    ...emptyLessonState(),
    metBlockIds: before.metBlockIds ?? [],
    answers: Object.fromEntries(
      Object.entries(before.answers ?? {}).map(([id, optionIds]) => [
        id,
        { optionIds, at: '2026-11-20T00:00:00.000Z', eventId: '' },
      ]),
    ),
  };
  const server = { isReachable: true, events: [] as ProgressEvent[], completes: false };
  const progress = (): LessonProgress => ({
    metBlockIds: state.metBlockIds,
    watched: state.watched,
    answers: Object.fromEntries(Object.entries(state.answers).map(([id, one]) => [id, one.optionIds])),
    positionBlockId: state.position?.blockId ?? before.positionBlockId ?? null,
    doneAt: isLessonDone(lesson, state.metBlockIds) ? doneAt : null,
  });
  const save = (events: ProgressEvent[]) => {
    server.events.push(...events);
    state = { ...state, ...applyEvents(lesson, state, events) };
    const isDone = progress().doneAt !== null;
    return reply({
      receipts: events.map(({ id }) => ({ eventId: id, receipt: '7F2A' })),
      savedAt: doneAt,
      progress: progress(),
      steps: { done: isDone ? 2 : 1, total: 3 },
      percent: isDone ? 67 : 33,
      completedAt: isDone && server.completes ? doneAt : null,
    });
  };
  globalThis.fetch = (input, init) => {
    if (!server.isReachable) return Promise.reject(new TypeError('Failed to fetch'));
    const url = String(input);
    if (url.endsWith('/events')) {
      return Promise.resolve(save((JSON.parse(String(init?.body)) as { events: ProgressEvent[] }).events));
    }
    if (url.includes('/lessons/')) {
      const place = { number: 2, previousId: 'l1', nextId: 'q1', nextKind: 'quiz' };
      return Promise.resolve(reply({ lesson, ...place, progress: progress() }));
    }
    if (url.endsWith('/session')) return Promise.resolve(reply({ me: person }));
    if (url.endsWith('/me/enrolments')) return Promise.resolve(reply({ items: [detail] }));
    const completedAt = progress().doneAt && server.completes ? doneAt : null;
    return Promise.resolve(reply({ ...detail, completedAt }));
  };
  return server;
}
