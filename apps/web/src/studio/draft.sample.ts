// A small course with every kind of block, and the server's answers about it; for the specs of the studio only.
import type { Block, ContentLesson, CourseDocument, Draft, FileRef, Question } from '@onetouch/contract';

/** A uuid that ends in this number. */
export const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const file = (name: string, mediaType: FileRef['mediaType']): FileRef => ({
  hash: 'a'.repeat(64),
  name,
  mediaType,
  bytes: 1_000,
});

const asked = {
  kind: 'single' as const,
  prompt: 'Ai được biết mã OTP?',
  options: [
    { id: 'a', text: 'Không ai' },
    { id: 'b', text: 'Nhân viên ngân hàng' },
  ],
  correct: ['a'],
  explanation: 'Ngân hàng không bao giờ hỏi mã.',
};

export const blocks: Block[] = [
  {
    id: id(11),
    type: 'text',
    doc: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mã OTP là chìa khóa.' }] }],
    },
  },
  { id: id(12), type: 'note', tone: 'tip', text: 'Đừng vội.' },
  { id: id(13), type: 'steps', items: [{ title: 'Gác máy', text: '' }] },
  { id: id(14), type: 'check', question: asked },
  { id: id(15), type: 'message', sender: 'NGAN HANG', time: '', parts: [{ text: 'Nhap ma', mark: 1 }] },
  {
    id: id(16),
    type: 'image',
    file: file('otp.svg', 'image/svg+xml'),
    width: 4,
    height: 3,
    alt: 'Một tin nhắn',
    caption: '',
  },
  {
    id: id(17),
    type: 'video',
    title: 'Cuộc gọi',
    file: file('goi.mp4', 'video/mp4'),
    captions: file('goi.vtt', 'text/vtt'),
    durationSeconds: 30,
    transcript: ['Alo?'],
  },
  {
    id: id(18),
    type: 'sheet',
    title: 'Phiếu nhớ',
    description: '',
    file: file('phieu.pdf', 'application/pdf'),
  },
];

export const lesson: ContentLesson = {
  kind: 'content',
  id: id(1),
  title: words('Mã OTP'),
  minutes: 5,
  blocks,
};
export const question: Question = { id: id(21), ...asked, points: 1_000, review: id(1) };

export const course: CourseDocument = {
  title: words('Điện thoại an toàn'),
  summary: words('Giữ tiền và tài khoản.'),
  audience: 'resident',
  level: 'basic',
  topic: 'safety',
  outcomes: [words('Giữ kín mã OTP')],
  modules: [
    {
      id: id(101),
      title: words('Nhận biết'),
      lessons: [lesson, { ...lesson, id: id(2), title: words('Cuộc gọi lạ'), blocks: [] }],
    },
    {
      id: id(102),
      title: words('Kiểm tra'),
      lessons: [
        {
          kind: 'quiz',
          id: id(3),
          title: words('Bài kiểm tra'),
          minutes: 10,
          rule: { draw: 1, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 10, requiresLessons: true },
          questions: [question],
        },
      ],
    },
  ],
};

/** What the server answers about the course. */
export function draftOf(document: CourseDocument = course, over: Partial<Draft> = {}): Draft {
  return {
    course: {
      id: id(900),
      slug: 'dien-thoai-an-toan',
      title: document.title,
      audience: document.audience,
      topic: document.topic,
      publishedNumber: 3,
      hasUnpublishedChanges: false,
      draftSavedAt: '2026-11-21T02:41:00.000Z',
      learnerCount: 119,
    },
    revision: 7,
    document,
    gaps: [],
    changes: [],
    versions: [
      {
        id: id(903),
        number: 3,
        publishedAt: '2026-11-20T02:00:00.000Z',
        publishedBy: 'Lê Thu Hà',
        learnerCount: 100,
      },
      {
        id: id(902),
        number: 2,
        publishedAt: '2026-10-20T02:00:00.000Z',
        publishedBy: 'Lê Thu Hà',
        learnerCount: 19,
      },
    ],
    abilities: { edit: true, publish: true },
    ...over,
  };
}
