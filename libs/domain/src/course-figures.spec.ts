// Figures of a course: every file weighs once, every letter as much as it does on the wire.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuthoredBlock, AuthoredContentLesson } from './authored-course.js';
import { courseFigures, lessonWeight } from './course-figures.js';

const file = (hash: string, bytes: number) => ({
  hash,
  bytes,
  name: `${hash}.svg`,
  mediaType: 'image/svg+xml',
});
const withFile = (id: string, hash: string, bytes: number): AuthoredBlock & { file: object } => ({
  id,
  type: 'image',
  file: file(hash, bytes),
});

function lessonOf(title: string, blocks: readonly AuthoredBlock[] = []): AuthoredContentLesson {
  return { kind: 'content', id: title, title: { vi: title, en: title }, minutes: 5, blocks };
}
/** Counted by another road: every byte above ASCII becomes one %XX. */
const jsonBytes = (value: unknown) => encodeURIComponent(JSON.stringify(value)).replace(/%../g, '_').length;

describe('the weight of a lesson', () => {
  it('is its JSON in UTF-8 when it has no files, whatever is written in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Ế', '😀', '\ud800', 'Đường đi')),
        (title) => {
          expect(lessonWeight(lessonOf(title))).toBe(jsonBytes(lessonOf(title)));
        },
      ),
    );
  });

  it('has every file of a block in it, captions and poster too', () => {
    const video = {
      id: 'v',
      type: 'video',
      file: file('film', 1_000_000),
      captions: file('words', 2_000),
      poster: file('poster', 30_000),
    };
    const lesson = lessonOf('Bài', [video]);
    expect(lessonWeight(lesson)).toBe(1_032_000 + jsonBytes(lesson));
  });

  it('has a file that two blocks use once', () => {
    const lesson = lessonOf('Bài', [
      withFile('a', 'same', 500),
      withFile('b', 'same', 500),
      withFile('c', 'other', 70),
    ]);
    expect(lessonWeight(lesson)).toBe(570 + jsonBytes(lesson));
  });
});

describe('the figures of a course', () => {
  const first = lessonOf('Bài 1', [withFile('a', 'same', 500)]);
  const second = lessonOf('Bài 2', [withFile('b', 'same', 500), withFile('c', 'other', 70)]);
  const rule = { draw: 1, passPercent: 80, attemptsAllowed: 3, pauseMinutes: 0, requiresLessons: true };
  const quiz = {
    kind: 'quiz' as const,
    id: 'q',
    title: { vi: 'Kiểm tra', en: 'Test' },
    minutes: 15,
    rule,
    questions: [],
  };
  const title = { vi: 'Phần', en: 'Part' };
  const figures = courseFigures({
    modules: [
      { id: 'm1', title, lessons: [first] },
      { id: 'm2', title, lessons: [second, quiz] },
    ],
  });

  it('count minutes of lessons and quizzes, and both kinds apart', () => {
    expect(figures).toMatchObject({ minutes: 25, lessonCount: 2, quizCount: 1 });
  });

  it('weigh a file that two lessons use once', () => {
    expect(figures.weightBytes).toBe(570 + jsonBytes(first) + jsonBytes(second) + jsonBytes(quiz));
    expect(figures.weightBytes).toBe(lessonWeight(first) + lessonWeight(second) + lessonWeight(quiz) - 500);
  });

  it('are all zero without modules', () => {
    expect(courseFigures({ modules: [] })).toEqual({
      minutes: 0,
      lessonCount: 0,
      quizCount: 0,
      weightBytes: 0,
    });
  });
});
