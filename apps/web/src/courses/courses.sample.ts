// Courses, enrolments and a server made up for the tests of this room.
import type { CourseCard, CoursePage, Enrolment, EnrolmentDetail, Me } from '@onetouch/contract';
import { jest } from '@jest/globals';

const id = (n: number) => `0190c8f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const now = '2026-11-21T02:41:00.000Z';
export const ids = {
  course: id(1),
  enrolment: id(2),
  lesson: id(3),
  second: id(4),
  quiz: id(5),
  version: id(6),
};

export function card(wish: Partial<CourseCard> = {}): CourseCard {
  return {
    id: ids.course,
    slug: 'an-toan',
    title: words('Nhận biết lừa đảo'),
    summary: words('Tin nhắn giả ngân hàng.'),
    audience: 'resident',
    level: 'basic',
    topic: 'safety',
    minutes: 45,
    lessonCount: 2,
    weightBytes: 2_100_000,
    learnerCount: 12,
    updatedAt: now,
    ...wish,
  };
}

/** So many cards with ids and names of their own. */
export function cardsOf(count: number, from = 100): CourseCard[] {
  return Array.from({ length: count }, (_, n) =>
    card({ id: id(from + n), slug: `khoa-${from + n}`, title: words(`Khóa ${from + n}`) }),
  );
}

const outline: CoursePage['outline'] = [
  {
    id: id(10),
    title: words('Phần một'),
    lessons: [
      {
        id: ids.lesson,
        kind: 'content',
        title: words('Ba dấu hiệu'),
        minutes: 5,
        weightBytes: 300_000,
        questions: null,
      },
      {
        id: ids.second,
        kind: 'content',
        title: words('Mã OTP'),
        minutes: 7,
        weightBytes: 500_000,
        questions: null,
      },
      {
        id: ids.quiz,
        kind: 'quiz',
        title: words('Bài kiểm tra cuối khóa'),
        minutes: 20,
        weightBytes: 0,
        questions: 20,
      },
    ],
  },
];

export function coursePage(wish: Partial<CoursePage> = {}): CoursePage {
  const rule = { draw: 20, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 0, requiresLessons: true };
  return {
    ...card(),
    versionId: ids.version,
    versionNumber: 1,
    isOpen: true,
    outcomes: [words('Nhận ra ba dấu hiệu của tin nhắn giả')],
    outline,
    requirements: [
      { kind: 'lessons', count: 2 },
      { kind: 'quiz', lessonId: ids.quiz, title: words('Bài kiểm tra cuối khóa'), rule, passCount: 16 },
    ],
    trainerName: 'Lò Thị Hạnh',
    issuerName: 'Trung tâm Đào tạo',
    publishedAt: now,
    ...wish,
  };
}

export function enrolment(wish: Partial<EnrolmentDetail> = {}): EnrolmentDetail {
  return {
    id: ids.enrolment,
    courseId: ids.course,
    courseSlug: 'an-toan',
    courseTitle: words('Nhận biết lừa đảo'),
    audience: 'resident',
    topic: 'safety',
    versionId: ids.version,
    versionNumber: 1,
    enrolledAt: now,
    startedAt: now,
    completedAt: null,
    lastActivityAt: now,
    steps: { done: 1, total: 3 },
    percent: 33,
    resume: {
      lessonId: ids.second,
      kind: 'content',
      number: 2,
      title: words('Mã OTP'),
      minutes: 7,
      blockId: null,
    },
    certificateId: null,
    outline,
    lessons: [
      { lessonId: ids.lesson, state: 'done', doneAt: now },
      { lessonId: ids.second, state: 'started', doneAt: null },
      { lessonId: ids.quiz, state: 'locked', doneAt: null },
    ],
    conditions: [
      { kind: 'lessons', met: false, done: 1, total: 2, lastDoneAt: now, receipt: '7F2A', open: [] },
      {
        kind: 'quiz',
        met: false,
        lessonId: ids.quiz,
        title: words('Bài kiểm tra cuối khóa'),
        best: null,
        attemptsLeft: 3,
        nextAttemptAt: null,
      },
    ],
    ruleVersion: 1,
    evaluatedAt: now,
    ...wish,
  };
}

export function me(wish: Partial<Me> = {}): Me {
  return {
    id: id(50),
    fullName: 'Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Anh',
    email: null,
    phone: null,
    audience: 'resident',
    place: null,
    province: null,
    organisation: null,
    organisationName: '',
    locale: 'vi',
    isDemonstration: true,
    grants: [],
    abilities: { author: false, coordinate: false, administer: false },
    ...wish,
  };
}

/** One page of the catalogue. */
export function catalogue(items: CourseCard[], more: { next?: string; total?: number } = {}) {
  const counts = { government: 2, sme: 1, resident: more.total ?? items.length };
  return { items, next: more.next ?? null, total: more.total ?? items.length, counts };
}
export const mine = (...items: Enrolment[]) => ({ items });

type Answer = (url: URL, init?: RequestInit) => unknown;

/** Answers requests by method and path; what nobody wrote down is a network that is not there. */
export function fakeServer(answers: Record<string, Answer>) {
  const asked: URL[] = [];
  const fetched = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(String(input), 'http://localhost');
    asked.push(url);
    const answer = answers[`${init?.method ?? 'GET'} ${url.pathname.replace('/api/v1', '')}`];
    if (!answer) throw new TypeError('Failed to fetch');
    const body = await answer(url, init);
    return body instanceof Response ? body : Response.json(body);
  });
  globalThis.fetch = fetched as typeof fetch;
  const askedFor = (path: string) => asked.filter(({ pathname }) => pathname === `/api/v1${path}`);
  return { asked, askedFor, answers };
}

/** A refusal as the server writes it. */
export function refusal(status: number, code: string): Response {
  return Response.json({ code, title: code, status }, { status });
}

/** The part of the Cache API that is used, in memory. */
class Shelf {
  readonly kept = new Map<string, Response>();
  match = async (url: string) => this.kept.get(url)?.clone();
  put = async (url: string, response: Response) => {
    this.kept.set(url, new Response(await response.arrayBuffer(), response));
  };
  delete = async (url: string) => this.kept.delete(url);
}

/** Gives this browser caches and a service worker; answers the caches by name. */
export function fakeCaches(): Map<string, Shelf> {
  const shelves = new Map<string, Shelf>();
  const open = async (name: string) => {
    const shelf = shelves.get(name) ?? new Shelf();
    shelves.set(name, shelf);
    return shelf;
  };
  const match = async (url: string) =>
    (await Promise.all([...shelves.values()].map((one) => one.match(url)))).find(Boolean);
  Object.assign(globalThis, {
    caches: { open, match, delete: async (name: string) => shelves.delete(name) },
  });
  Object.assign(navigator, { serviceWorker: { ready: Promise.resolve() } });
  return shelves;
}
