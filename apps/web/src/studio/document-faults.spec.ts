// The page and the server must agree about what can be saved: both are asked about the same spoilt documents.
import { describe, expect, it } from '@jest/globals';
import { CourseDocument } from '@onetouch/contract';
import fc from 'fast-check';
import { documentFaults } from './document-faults.js';
import { course as plainCourse, id, question } from './draft.sample.js';

/** The sample with everything about a quiz said. */
const course = structuredClone(plainCourse);
const sampleQuiz = course.modules[1]?.lessons[0];
if (sampleQuiz?.kind === 'quiz') {
  Object.assign(sampleQuiz.rule, {
    ...{ timeLimitMinutes: 45, opensAt: '2026-11-21T01:00:00.000Z', wrongPercent: 25 },
    ...{ questionsPerPage: 5, graceMinutes: 30, markGapPercent: 25 },
    paper: {
      fixed: [{ questionId: id(78), points: 2_500 }],
      draws: [{ count: 1, points: 1_500, from: { category: 'OTP', tags: ['tiền'] } }],
      keepsOrder: false,
    },
  });
  sampleQuiz.gate = { accessCode: 'PHONG1', networks: ['203.0.113.0/24'] };
  sampleQuiz.questions = [{ ...question, category: 'OTP', tags: ['tiền'], competence: 'An toàn' }];
}

type Path = (string | number)[];

/** Every place of a document that holds words or a number an author may type. */
function typedPlaces(value: unknown, path: Path = []): Path[] {
  const last = String(path.at(-1) ?? '');
  const isFile = ['file', 'captions', 'poster'].includes(last);
  if (
    isFile ||
    ['id', 'type', 'kind', 'tone', 'audience', 'level', 'topic', 'doc', 'correct', 'questionId'].includes(
      last,
    )
  )
    return [];
  if (typeof value === 'string') return last === 'review' ? [] : [path];
  if (typeof value === 'number') return ['width', 'height', 'durationSeconds'].includes(last) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typedPlaces(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function spoilt(path: Path, by: string | number): CourseDocument {
  const copy = structuredClone(course);
  const last = path.at(-1) ?? '';
  const owner = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  (owner as Record<string | number, unknown>)[last] = by;
  return copy;
}

const places = typedPlaces(course);
const isNumber = (path: Path) =>
  typeof path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], course) === 'number';
const lengths = [
  0, 1, 159, 160, 161, 200, 201, 400, 401, 500, 501, 1_000, 1_001, 1_500, 1_501, 20_000, 20_001,
];
const texts = fc.oneof(
  fc.constantFrom(...lengths.map((length) => 'ô'.repeat(length))),
  fc.constantFrom(
    ' ',
    '\u00a0\u200b',
    'a\u0000',
    'a\u007f',
    '\ud800',
    'e\u0302'.repeat(150),
    '  đầu và cuối  ',
  ),
  fc.string(),
);
const numbers = fc.oneof(
  fc.constantFrom(Number.NaN, -1, 0, 1, 1.5, 20, 21, 100, 101, 300, 301, 600, 601, 43_200, 43_201, 100_001),
  fc.integer(),
);

describe('what keeps a draft from being saved', () => {
  it('is nothing in a course that the contract takes', () => {
    expect(documentFaults(course)).toEqual([]);
    expect(CourseDocument.safeParse(course).success).toBe(true);
  });

  it('is what the contract refuses, in every field that an author types in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), texts, numbers, (path, text, number) => {
        const document = spoilt(path, isNumber(path) ? number : text);
        const isTaken = CourseDocument.safeParse(document).success;
        expect([path.join('.'), documentFaults(document).length === 0]).toEqual([path.join('.'), isTaken]);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['no key', { correct: [] }],
    ['two keys where one is allowed', { correct: ['a', 'b'] }],
    ['a key that is no option', { correct: ['x'] }],
    ['one option', { options: [{ id: 'a', text: 'Một' }] }],
    [
      'eleven options',
      { options: Array.from({ length: 11 }, (_, n) => ({ id: `o${n}`, text: 'x' })), correct: ['o1'] },
    ],
    [
      'three options of true or false',
      { kind: 'true-false', options: ['a', 'b', 'c'].map((one) => ({ id: one, text: one })) },
    ],
    ['no lesson to read again', { review: '' }],
  ])('includes a question with %s', (_, over) => {
    const document = structuredClone(course);
    const quiz = document.modules[1]?.lessons[0];
    if (quiz?.kind !== 'quiz') throw new Error('the sample has changed');
    quiz.questions = quiz.questions.map((one) => ({ ...one, ...over }) as typeof one);
    expect(CourseDocument.safeParse(document).success).toBe(false);
    expect(documentFaults(document)).not.toEqual([]);
  });

  it('names the field and the lesson where it is', () => {
    const document = structuredClone(course);
    const lesson = document.modules[0]?.lessons[0];
    if (lesson?.kind !== 'content') throw new Error('the sample has changed');
    lesson.blocks = lesson.blocks.map((block) => (block.type === 'note' ? { ...block, text: ' ' } : block));
    expect(documentFaults(document)).toMatchObject([
      { code: 'empty', fieldId: `${id(12)}-text`, place: { kind: 'lesson', lessonId: id(1) } },
    ]);
  });
});
