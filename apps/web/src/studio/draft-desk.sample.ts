// A desk with a draft and its server, for tests of the draft page: what the server has, what was sent to it, and the page itself.
import type { Block, CourseDocument, Draft } from '@onetouch/contract';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { Component, loader } from './draft-page.js';
import { blocks, course, draftOf, id, lesson } from './draft.sample.js';

// The editor asks where its cursor is drawn; nothing is drawn here.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

type Body = { revision: number; document?: CourseDocument };
interface Desk {
  sent: { path: string; body: Body }[];
  answer: (path: string, body: Body) => Response;
  draft: Draft;
  courseId: string;
}

let number = 1_000;
/** What the server has, what came to it, and how it answers; new for every test. */
export const desk: Desk = {
  sent: [],
  answer: () => problem('service.unavailable', 503),
  draft: draftOf(course),
  courseId: '',
};

export function problem(code: string, status: number): Response {
  return new Response(JSON.stringify({ code, status, title: code }), { status });
}

/** The server's draft, as the test wants it. */
export function has(document: CourseDocument, over: Partial<Draft> = {}) {
  const facts = draftOf(document, over);
  desk.draft = { ...facts, course: { ...facts.course, id: desk.courseId } };
}
/** A course whose one lesson has these blocks. */
export const withBlocks = (...only: Block[]) => ({
  ...course,
  modules: [{ id: id(101), title: { vi: 'Nhận biết', en: 'See' }, lessons: [{ ...lesson, blocks: only }] }],
});
export const block = (type: Block['type']) => {
  const found = blocks.find((one) => one.type === type);
  if (!found) throw new Error(`the sample has no ${type}`);
  return found;
};

function serve(path: string, body: Body | null): Response {
  if (!body && path.endsWith('/changes')) {
    const change = { kind: 'added', what: 'lesson', where: ['K', 'Nhận biết', 'Mã OTP'] };
    return new Response(JSON.stringify({ changes: [change] }));
  }
  if (!body) return new Response(JSON.stringify(desk.draft));
  desk.sent.push({ path, body });
  return desk.answer(path, body);
}

/** A desk with the sample course, whose server takes everything. For the beginning of each test. */
export function layDesk() {
  desk.sent = [];
  // A page saves what is open when it is left: nothing of one test may reach the next.
  desk.courseId = id((number += 1));
  has(course);
  desk.answer = (path, { document }) => {
    const publishedNumber = path.endsWith('/versions') ? 4 : 3;
    const facts = { ...desk.draft.course, publishedNumber, hasUnpublishedChanges: publishedNumber === 3 };
    desk.draft = {
      ...desk.draft,
      document: document ?? desk.draft.document,
      revision: desk.draft.revision + 1,
      course: facts,
    };
    return new Response(JSON.stringify(desk.draft));
  };
  const own = desk.courseId;
  globalThis.fetch = (input, init) => {
    const path = String(input).replace('/api/v1', '');
    if (!path.includes(own)) return Promise.reject(new TypeError('another test'));
    return Promise.resolve(
      serve(path, init?.method === 'GET' ? null : (JSON.parse(String(init?.body)) as Body)),
    );
  };
}

export const open = (search = '') =>
  showPage({
    at: paths.draft(desk.courseId) + search,
    path: patterns.draft,
    words: ['studio'],
    module: { Component, loader },
    others: [patterns.desk],
  });
export const save = () => userEvent.click(screen.getByRole('button', { name: 'Lưu bản nháp' }));
export const saved = async () => {
  await screen.findByText(/Đã lưu bản nháp/);
  return desk.sent.at(-1)?.body.document ?? course;
};
/** Words arrive in one piece: typed letter by letter, every letter draws the whole draft again. */
export async function fill(field: HTMLElement, words: string) {
  await userEvent.clear(field);
  await userEvent.paste(words);
}
export const lessonIn = (document: CourseDocument) => {
  const [found] = document.modules[0]?.lessons ?? [];
  if (found?.kind !== 'content') throw new Error('the lesson is gone');
  return found;
};
