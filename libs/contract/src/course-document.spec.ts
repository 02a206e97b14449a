// Nothing of a course that a client sends may carry more than the schema names: there is no field in which HTML could travel.
import { describe, expect, it } from '@jest/globals';
import { CourseDocument } from './index.js';

const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const both = (words: string) => ({ vi: words, en: words });
const file = (name: string, mediaType: string) => ({ hash: 'a'.repeat(64), name, mediaType, bytes: 9 });
const words = (text: string) => ({ type: 'text', text });
const item = { type: 'listItem', content: [{ type: 'paragraph', content: [words('Một')] }] };
const link = { type: 'link', attrs: { href: 'https://dichvucong.gov.vn' } };
const options = [
  { id: 'a1', text: 'Hỏi lại' },
  { id: 'b2', text: 'Bấm vào' },
];
const choice = { kind: 'single', prompt: 'Làm gì?', options, correct: ['a1'], explanation: 'Vì thế.' };

const blocks = [
  {
    id: id(1),
    type: 'text',
    doc: {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [words('Mở đầu')] },
        {
          type: 'paragraph',
          content: [{ ...words('Chữ'), marks: [{ type: 'bold' }, { type: 'italic' }, link] }],
        },
        { type: 'paragraph', content: [{ type: 'hardBreak' }] },
        { type: 'bulletList', content: [item] },
        { type: 'orderedList', content: [item] },
      ],
    },
  },
  {
    ...{ id: id(2), type: 'image', file: file('a.svg', 'image/svg+xml'), width: 8, height: 8 },
    ...{ alt: 'Hình', caption: '' },
  },
  {
    ...{ id: id(3), type: 'video', title: 'Phim', file: file('a.mp4', 'video/mp4'), durationSeconds: 40 },
    ...{ captions: file('a.vtt', 'text/vtt'), poster: file('a.png', 'image/png'), transcript: ['Lời.'] },
  },
  { id: id(4), type: 'sheet', title: 'Tờ', description: '', file: file('a.pdf', 'application/pdf') },
  { id: id(5), type: 'check', question: choice },
  { id: id(6), type: 'message', sender: 'Lạ', time: '8:00', parts: [{ text: 'Chào', mark: 1 }] },
  { id: id(7), type: 'steps', items: [{ title: 'Một', text: '' }] },
  { id: id(8), type: 'note', tone: 'tip', text: 'Nhớ.' },
];
const graded = { ...choice, id: id(9), points: 1_000, review: id(20) };
const essay = {
  ...{ ...graded, id: id(10), kind: 'essay', options: [], correct: [] },
  essay: { maxWords: 50, rubric: [{ id: 'y', title: 'Ý', description: '', points: 1_000 }] },
};
const quiz = {
  ...{ kind: 'quiz', id: id(21), title: both('Kiểm tra'), minutes: 9 },
  rule: {
    ...{ draw: 2, passPercent: 50, attemptsAllowed: 2, pauseMinutes: 5, requiresLessons: true },
    paper: {
      fixed: [{ questionId: id(9) }],
      draws: [{ count: 1, from: { category: 'x' } }],
      keepsOrder: true,
    },
  },
  gate: { accessCode: 'mo cua', networks: ['10.0.0.0/8'] },
  questions: [graded, essay],
};
const course = {
  ...{ title: both('Khóa'), summary: both('Để thử.'), audience: 'resident', level: 'basic', topic: 'safety' },
  outcomes: [both('Biết thử')],
  modules: [
    {
      id: id(30),
      title: both('Phần'),
      lessons: [{ kind: 'content', id: id(20), title: both('Bài'), minutes: 5, blocks }, quiz],
    },
  ],
};

/** Where there is an object, as the keys that lead to it. */
function objectsIn(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.entries(value).flatMap(([key, part]) => objectsIn(part, [...path, key]));
  return Array.isArray(value) ? below : [path, ...below];
}

/** The same with one more field in the object at `path`. */
function withField(value: unknown, [key, ...rest]: readonly string[], name: string): unknown {
  if (key === undefined) return { ...(value as object), [name]: '<img src=x onerror=alert(1)>' };
  if (Array.isArray(value))
    return value.map((part, index) => (String(index) === key ? withField(part, rest, name) : part));
  return { ...(value as object), [key]: withField((value as Record<string, unknown>)[key], rest, name) };
}

describe('a course document', () => {
  it('with every kind of block and question is taken as it is', () => {
    expect(CourseDocument.parse(course)).toEqual(course);
  });

  it('takes no field of its own making, wherever it stands', () => {
    const places = objectsIn(course);
    expect(places.length).toBeGreaterThan(50);
    const taken = places.flatMap((path) =>
      ['html', 'onclick', 'style']
        .filter((name) => CourseDocument.safeParse(withField(course, path, name)).success)
        .map((name) => [...path, name].join('.')),
    );
    expect(taken).toEqual([]);
  });
});
