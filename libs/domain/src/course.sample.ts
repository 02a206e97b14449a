// Small courses for the specs, built from ids and words; no rule uses them and no build contains them.
import type { AuthoredCourse, AuthoredLesson, AuthoredModule, AuthoredQuestion } from './authored-course.js';

export const words = (vi: string) => ({ vi, en: `${vi} (en)` });
export const textBlock = (id: string, text: string, marks: object[] = []) => ({
  id,
  type: 'text',
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text, marks }] }] },
});
export const question = (id: string, over: Partial<AuthoredQuestion> = {}): AuthoredQuestion => ({
  id,
  kind: 'single',
  prompt: `Câu ${id}`,
  options: [
    { id: 'a', text: 'Một' },
    { id: 'b', text: 'Hai' },
  ],
  correct: ['a'],
  explanation: 'Vì sao',
  points: 1_000,
  review: 'l1',
  ...over,
});
export const reading = (id: string, ...blocks: { id: string; type: string }[]): AuthoredLesson => ({
  kind: 'content',
  id,
  title: words(`Bài ${id}`),
  minutes: 5,
  blocks,
});
export const rule = { draw: 2, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 30, requiresLessons: true };
export const quiz = (id: string, ...questions: AuthoredQuestion[]): AuthoredLesson => ({
  kind: 'quiz',
  id,
  title: words(`Kiểm tra ${id}`),
  minutes: 10,
  rule,
  questions,
});
export const module = (id: string, ...lessons: AuthoredLesson[]): AuthoredModule => ({
  id,
  title: words(`Phần ${id}`),
  lessons,
});
export const course = (...modules: AuthoredModule[]): AuthoredCourse => ({
  title: words('Khóa'),
  summary: words('Tóm tắt'),
  audience: 'resident',
  level: 'basic',
  topic: 'payment',
  outcomes: [words('Quét mã')],
  modules,
});
