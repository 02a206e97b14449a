// Changes between editions: one row for one thing done, in words that an author recognises.
import { describe, expect, it } from '@jest/globals';
import type { AuthoredCourse, AuthoredLesson } from './authored-course.js';
import { courseChanges } from './course-changes.js';
import { course, module, question, quiz, reading, rule, textBlock, words } from './course.sample.js';

const l1 = reading('l1', textBlock('b1', 'Một'), textBlock('b2', 'Hai'), textBlock('b3', 'Ba'));
const l2 = reading('l2', textBlock('b4', 'Bốn'));
const l3 = reading('l3');
const q = quiz('q', question('q1'), question('q2'));
const base = course(module('m1', l1, l2), module('m2', l3, q));

describe('one thing done', () => {
  const cases: { name: string; after: AuthoredCourse; changes: object[] }[] = [
    { name: 'nothing', after: JSON.parse(JSON.stringify(base)) as AuthoredCourse, changes: [] },
    {
      name: 'a title in Vietnamese',
      after: { ...base, title: { ...base.title, vi: 'Khóa mới' } },
      changes: [
        {
          kind: 'changed',
          what: 'course',
          where: ['Khóa mới'],
          field: 'title',
          before: 'Khóa',
          after: 'Khóa mới',
        },
      ],
    },
    {
      name: 'a title in English only',
      after: { ...base, title: { ...base.title, en: 'Course' } },
      changes: [
        {
          kind: 'changed',
          what: 'course',
          where: ['Khóa'],
          field: 'titleEn',
          before: 'Khóa (en)',
          after: 'Course',
        },
      ],
    },
    {
      name: 'an outcome more',
      after: { ...base, outcomes: [words('Quét mã'), words('Trả tiền')] },
      changes: [
        {
          kind: 'changed',
          what: 'course',
          where: ['Khóa'],
          field: 'outcomes',
          before: 'Quét mã',
          after: 'Quét mã · Trả tiền',
        },
        {
          kind: 'changed',
          what: 'course',
          where: ['Khóa'],
          field: 'outcomesEn',
          before: 'Quét mã (en)',
          after: 'Quét mã (en) · Trả tiền (en)',
        },
      ],
    },
    {
      name: 'a lesson pulled to the front of its module',
      after: course(module('m1', l2, l1), module('m2', l3, q)),
      changes: [{ kind: 'moved', what: 'lesson' }],
    },
    {
      name: 'a lesson carried to another module',
      after: course(module('m1', l1), module('m2', l3, l2, q)),
      changes: [
        {
          kind: 'moved',
          what: 'lesson',
          where: ['Khóa', 'Phần m2', 'Bài l2'],
          before: 'Phần m1',
          after: 'Phần m2',
        },
      ],
    },
    {
      name: 'the last block pulled to the front, which is one move and not three',
      after: course(
        module(
          'm1',
          reading('l1', textBlock('b3', 'Ba'), textBlock('b1', 'Một'), textBlock('b2', 'Hai')),
          l2,
        ),
        module('m2', l3, q),
      ),
      changes: [{ kind: 'moved', what: 'block', where: ['Khóa', 'Phần m1', 'Bài l1', 'Ba'] }],
    },
    {
      name: 'a block carried to another lesson',
      after: course(
        module('m1', reading('l1', textBlock('b1', 'Một'), textBlock('b3', 'Ba')), l2),
        module('m2', reading('l3', textBlock('b2', 'Hai')), q),
      ),
      changes: [
        {
          kind: 'moved',
          what: 'block',
          where: ['Khóa', 'Phần m2', 'Bài l3', 'Hai'],
          before: 'Bài l1',
          after: 'Bài l3',
        },
      ],
    },
    {
      name: 'a module removed with its lessons, but not block by block',
      after: course(module('m2', l3, q)),
      changes: [
        { kind: 'removed', what: 'module', where: ['Khóa', 'Phần m1'] },
        { kind: 'removed', what: 'lesson', where: ['Khóa', 'Phần m1', 'Bài l1'] },
        { kind: 'removed', what: 'lesson', where: ['Khóa', 'Phần m1', 'Bài l2'] },
      ],
    },
    {
      name: 'a block removed and another added',
      after: course(module('m1', l1, reading('l2', textBlock('b5', 'Năm'))), module('m2', l3, q)),
      changes: [
        { kind: 'added', what: 'block', where: ['Khóa', 'Phần m1', 'Bài l2', 'Năm'] },
        { kind: 'removed', what: 'block', where: ['Khóa', 'Phần m1', 'Bài l2', 'Bốn'] },
      ],
    },
    {
      name: 'words of a text',
      after: course(module('m1', l1, reading('l2', textBlock('b4', 'Bốn mới'))), module('m2', l3, q)),
      changes: [
        {
          kind: 'changed',
          what: 'block',
          where: ['Khóa', 'Phần m1', 'Bài l2', 'Bốn mới'],
          field: 'text',
          before: 'Bốn',
          after: 'Bốn mới',
        },
      ],
    },
    {
      name: 'the form of a text only, without words before and after',
      after: course(
        module('m1', l1, reading('l2', textBlock('b4', 'Bốn', [{ type: 'bold' }]))),
        module('m2', l3, q),
      ),
      changes: [
        { kind: 'changed', what: 'block', where: ['Khóa', 'Phần m1', 'Bài l2', 'Bốn'], field: 'text' },
      ],
    },
    {
      name: 'the pass mark',
      after: course(
        module('m1', l1, l2),
        module('m2', l3, { ...q, rule: { ...rule, passPercent: 70 } } as AuthoredLesson),
      ),
      changes: [
        {
          kind: 'changed',
          what: 'rule',
          where: ['Khóa', 'Phần m2', 'Kiểm tra q'],
          field: 'passPercent',
          before: '80',
          after: '70',
        },
      ],
    },
    {
      name: 'the key of a question, in the words of its options',
      after: course(
        module('m1', l1, l2),
        module('m2', l3, quiz('q', question('q1', { correct: ['b'] }), question('q2'))),
      ),
      changes: [
        {
          kind: 'changed',
          what: 'question',
          where: ['Khóa', 'Phần m2', 'Kiểm tra q', 'Câu q1'],
          field: 'key',
          before: 'Một',
          after: 'Hai',
        },
      ],
    },
    {
      name: 'the lesson to read again, by its title',
      after: course(
        module('m1', l1, l2),
        module('m2', l3, quiz('q', question('q1', { review: 'l2' }), question('q2'))),
      ),
      changes: [{ kind: 'changed', what: 'question', field: 'review', before: 'Bài l1', after: 'Bài l2' }],
    },
    {
      name: 'a question more',
      after: course(
        module('m1', l1, l2),
        module('m2', l3, quiz('q', question('q1'), question('q2'), question('q3'))),
      ),
      changes: [{ kind: 'added', what: 'question', where: ['Khóa', 'Phần m2', 'Kiểm tra q', 'Câu q3'] }],
    },
    {
      name: 'a lesson turned into a quiz',
      after: course(module('m1', l1, quiz('l2', question('q5'))), module('m2', l3, q)),
      changes: [
        { kind: 'added', what: 'lesson', where: ['Khóa', 'Phần m1', 'Kiểm tra l2'] },
        { kind: 'removed', what: 'lesson', where: ['Khóa', 'Phần m1', 'Bài l2'] },
      ],
    },
  ];
  it.each(cases)('$name', ({ after, changes }) => {
    const found = courseChanges(base, after);
    expect(found).toHaveLength(changes.length);
    expect(found).toMatchObject(changes);
    // Absent is absent: a row without words must not carry any.
    changes.forEach((change, index) => expect('before' in (found[index] ?? {})).toBe('before' in change));
  });

  it('names the fields of a check in a block by the words of a question', () => {
    const check = (explanation: string) => ({
      id: 'c',
      type: 'check',
      question: { ...question('x'), explanation },
    });
    const [before, after] = ['Vì thế', 'Vì vậy'].map((why) =>
      course(module('m1', reading('l1', check(why)))),
    );
    expect(before && after && courseChanges(before, after)).toMatchObject([
      { kind: 'changed', what: 'block', field: 'explanation', before: 'Vì thế', after: 'Vì vậy' },
    ]);
  });

  it('names a poster that was taken away', () => {
    const video = (poster?: object) => ({ id: 'v', type: 'video', title: 'Phim', poster });
    const before = course(
      module('m1', reading('l1', video({ hash: 'h', name: 'bia.webp', mediaType: 'image/webp', bytes: 3 }))),
    );
    expect(courseChanges(before, course(module('m1', reading('l1', video()))))).toMatchObject([
      { kind: 'changed', what: 'block', field: 'poster', before: 'bia.webp', after: '' },
    ]);
  });
});
