// Gaps: every reason that keeps a draft back is named, with the way to it; a sound course has none.
import { describe, expect, it } from '@jest/globals';
import type {
  AuthoredContentLesson,
  AuthoredCourse,
  AuthoredQuestion,
  AuthoredQuizLesson,
} from './authored-course.js';
import { courseGaps } from './course-gaps.js';

const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const reading: AuthoredContentLesson = {
  kind: 'content',
  id: 'l1',
  title: words('Bài 1'),
  minutes: 5,
  blocks: [
    { id: 'b1', type: 'text' },
    { id: 'b2', type: 'image', alt: 'Màn hình ví', file: { name: 'vi.svg' } } as { id: string; type: string },
  ],
};
const question: AuthoredQuestion = {
  id: 'q1',
  kind: 'single',
  prompt: 'Mã QR nào là thật?',
  options: [
    { id: 'a', text: 'Một' },
    { id: 'b', text: 'Hai' },
  ],
  correct: ['a'],
  explanation: 'Vì sao',
  points: 1_000,
  review: 'l1',
};
const quiz: AuthoredQuizLesson = {
  kind: 'quiz',
  id: 'l2',
  title: words('Kiểm tra'),
  minutes: 10,
  rule: { draw: 1, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 0, requiresLessons: true },
  questions: [question],
};
const sound: AuthoredCourse = {
  title: words('Khóa học'),
  summary: words('Tóm tắt'),
  audience: 'resident',
  level: 'basic',
  topic: 'payment',
  outcomes: [words('Quét mã an toàn')],
  modules: [{ id: 'm1', title: words('Phần 1'), lessons: [reading, quiz] }],
};
const withLessons = (...lessons: AuthoredCourse['modules'][number]['lessons']): AuthoredCourse => ({
  ...sound,
  modules: [{ id: 'm1', title: words('Phần 1'), lessons }],
});
const image = (alt?: string) => ({ id: 'b9', type: 'image', alt, file: { name: 'ma-qr.svg' } });

describe('the gaps of a draft', () => {
  it('are none in a sound course', () => {
    expect(courseGaps(sound)).toEqual([]);
  });

  it('are none in a quiz of essays that its plan can fill', () => {
    const essay: AuthoredQuestion = {
      ...question,
      kind: 'essay',
      options: [],
      correct: [],
      essay: { maxWords: 200, rubric: [{ id: 'a', title: 'Nêu đúng', description: '', points: 1_000 }] },
    };
    const paper = { fixed: [{ questionId: 'q1', points: 500 }], draws: [], keepsOrder: true };
    const rule = { ...quiz.rule, draw: 9, paper };
    expect(courseGaps(withLessons(reading, { ...quiz, rule, questions: [essay] }))).toEqual([]);
  });

  const cases: { name: string; course: AuthoredCourse; gaps: object[] }[] = [
    {
      name: 'are outcomes and modules in an empty one',
      course: { ...sound, outcomes: [], modules: [] },
      gaps: [
        { code: 'no-outcomes', where: [] },
        { code: 'no-modules', where: [] },
      ],
    },
    {
      name: 'are a module without lessons',
      course: withLessons(),
      gaps: [{ code: 'module-empty', where: ['Phần 1'] }],
    },
    {
      name: 'are a lesson without blocks',
      course: withLessons({ ...reading, blocks: [] }),
      gaps: [{ code: 'lesson-empty', where: ['Phần 1', 'Bài 1'], lessonId: 'l1' }],
    },
    {
      name: 'are a quiz that draws more than it has',
      course: withLessons(reading, { ...quiz, rule: { ...quiz.rule, draw: 2 } }),
      gaps: [{ code: 'quiz-too-few-questions', where: ['Phần 1', 'Kiểm tra'], lessonId: 'l2' }],
    },
    {
      name: 'are a fixed question that is not there, once for the quiz',
      course: withLessons(reading, {
        ...quiz,
        rule: {
          ...quiz.rule,
          paper: { fixed: [{ questionId: 'q8' }, { questionId: 'q9' }], draws: [], keepsOrder: true },
        },
      }),
      gaps: [{ code: 'quiz-too-few-questions', where: ['Phần 1', 'Kiểm tra'], lessonId: 'l2' }],
    },
    {
      name: 'are a draw that finds too few, by what it chooses by',
      course: withLessons(reading, {
        ...quiz,
        rule: {
          ...quiz.rule,
          paper: {
            fixed: [{ questionId: 'q1' }],
            draws: [{ count: 1, from: { category: 'An toàn', tags: ['QR'], difficulty: 'easy' } }],
            keepsOrder: true,
          },
        },
      }),
      gaps: [
        {
          code: 'quiz-too-few-questions',
          where: ['Phần 1', 'Kiểm tra', 'An toàn · QR'],
          lessonId: 'l2',
        },
      ],
    },
    {
      name: 'are a question whose lesson is gone',
      course: withLessons({ ...reading, id: 'l9' }, quiz),
      gaps: [
        {
          code: 'review-lesson-missing',
          where: ['Phần 1', 'Kiểm tra', 'Mã QR nào là thật?'],
          lessonId: 'l2',
        },
      ],
    },
    {
      name: 'are a question that sends back to a quiz',
      course: withLessons(reading, { ...quiz, questions: [{ ...question, review: 'l2' }] }),
      gaps: [
        {
          code: 'review-lesson-missing',
          where: ['Phần 1', 'Kiểm tra', 'Mã QR nào là thật?'],
          lessonId: 'l2',
        },
      ],
    },
    {
      name: 'are pictures without or with a blank description',
      course: withLessons({
        ...reading,
        blocks: [image(), { ...image('  '), id: 'b10' }, { ...image('Mã QR'), id: 'b11' }],
      }),
      gaps: [
        { code: 'image-without-alt', where: ['Phần 1', 'Bài 1', 'ma-qr.svg'], lessonId: 'l1' },
        { code: 'image-without-alt', where: ['Phần 1', 'Bài 1', 'ma-qr.svg'], lessonId: 'l1' },
      ],
    },
    {
      name: 'are a lesson that was copied with its ids',
      course: withLessons(reading, quiz, {
        ...reading,
        title: words('Bản sao'),
        blocks: [{ id: 'b7', type: 'text' }],
      }),
      gaps: [{ code: 'duplicate-id', where: ['Phần 1', 'Bản sao'], lessonId: 'l1' }],
    },
    {
      name: 'are a block and a question with the id of something else',
      course: withLessons(
        { ...reading, blocks: [{ id: 'm1', type: 'text' }] },
        { ...quiz, questions: [question, { ...question, prompt: 'Câu thứ hai' }] },
      ),
      gaps: [
        { code: 'duplicate-id', where: ['Phần 1', 'Bài 1'], lessonId: 'l1' },
        { code: 'duplicate-id', where: ['Phần 1', 'Kiểm tra', 'Câu thứ hai'], lessonId: 'l2' },
      ],
    },
    {
      name: 'are a second module with the id of the first',
      course: {
        ...sound,
        modules: [
          ...sound.modules,
          {
            id: 'm1',
            title: words('Phần 2'),
            lessons: [{ ...reading, id: 'l3', blocks: [{ id: 'b8', type: 'text' }] }],
          },
        ],
      },
      gaps: [{ code: 'duplicate-id', where: ['Phần 2'] }],
    },
  ];
  it.each(cases)('$name', ({ course, gaps }) => {
    expect(courseGaps(course)).toEqual(gaps);
  });
});
