// Differences between versions as an author reads them, in both languages.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '@onetouch/contract';
import { courseChanges } from '@onetouch/domain';
import i18next from 'i18next';
import { chooseLocale, loadWords, startWords, words } from '../platform/i18n.js';
import { changeWords } from './change-words.js';
import { course } from './draft.sample.js';

const inQuiz = ['Điện thoại an toàn', 'Kiểm tra', 'Bài kiểm tra'];
const inLesson = ['Điện thoại an toàn', 'Nhận biết', 'Mã OTP'];
const rule = (field: string, before: string, after: string): Change => ({
  kind: 'changed',
  what: 'rule',
  where: inQuiz,
  field,
  before,
  after,
});

beforeAll(async () => {
  await startWords();
  await loadWords('studio');
});
afterAll(() => chooseLocale('vi'));

describe('a change in Vietnamese', () => {
  const sentence = (change: Change) => changeWords(change, words('studio')).sentence;

  it.each<[string, Change]>([
    ['Thêm bài “Mã OTP” vào phần “Nhận biết”.', { kind: 'added', what: 'lesson', where: inLesson }],
    ['Bỏ phần “Nhận biết”.', { kind: 'removed', what: 'module', where: inLesson.slice(0, 2) }],
    ['Đổi thứ tự bài “Mã OTP”.', { kind: 'moved', what: 'lesson', where: inLesson }],
    [
      'Chuyển bài “Mã OTP” từ “Xử lý” sang “Nhận biết”.',
      { kind: 'moved', what: 'lesson', where: inLesson, before: 'Xử lý', after: 'Nhận biết' },
    ],
    ['Sửa mức đạt của “Bài kiểm tra”: “80%” đổi thành “70%”.', rule('passPercent', '80', '70')],
    [
      'Sửa thời gian làm bài của “Bài kiểm tra”: “45 phút” đổi thành “1 giờ”.',
      rule('timeLimitMinutes', '45', '60'),
    ],
    ['Sửa mức trừ khi sai của “Bài kiểm tra”: “0%” đổi thành “25%”.', rule('wrongPercent', '0', '25')],
    ['Sửa điểm của “Bài kiểm tra”: “1” đổi thành “1,5”.', rule('points', '1', '1.5')],
    [
      'Sửa các câu có trong mọi đề của “Bài kiểm tra”: “Mã OTP (1)” đổi thành “Mã OTP (2,5)”.',
      rule('fixedQuestions', 'Mã OTP (1)', 'Mã OTP (2.5)'),
    ],
    [
      'Sửa lúc cho xem đáp án của “Bài kiểm tra”: “Sau khi nộp bài” đổi thành “Không bao giờ”.',
      rule('keyShows', 'after-submit', 'never'),
    ],
    [
      'Sửa thời gian nghỉ giữa hai lượt của “Bài kiểm tra”: “10 phút” đổi thành “1 giờ”.',
      rule('pauseMinutes', '10', '60'),
    ],
    [
      'Sửa điều kiện học xong mọi bài của “Bài kiểm tra”: “có” đổi thành “không”.',
      rule('requiresLessons', 'true', 'false'),
    ],
    [
      'Sửa tên của khóa: “2025” đổi thành “2026”.',
      { kind: 'changed', what: 'course', where: ['2026'], field: 'title', before: '2025', after: '2026' },
    ],
    [
      'Sửa cách trình bày lời ở khối “Mã”, bài “Mã OTP”, lời giữ nguyên.',
      { kind: 'changed', what: 'block', where: [...inLesson, 'Mã'], field: 'text' },
    ],
    [
      'Sửa nội dung ở khối “Mã”, bài “Mã OTP”: “a” đổi thành “b”.',
      {
        kind: 'changed',
        what: 'block',
        where: [...inLesson, 'Mã'],
        field: 'new-field',
        before: 'a',
        after: 'b',
      },
    ],
  ])('%s', (expected, change) => {
    expect(sentence(change)).toBe(expected);
  });

  it('shows long words before and after as two lines, and says which side was empty', () => {
    const after = 'Ngân hàng không bao giờ hỏi mã OTP qua điện thoại, tin nhắn hay thư.';
    const change: Change = {
      kind: 'changed',
      what: 'lesson',
      where: inLesson,
      field: 'title',
      before: '',
      after,
    };
    expect(changeWords(change, words('studio'))).toEqual({
      sentence: 'Sửa tên của bài “Mã OTP”.',
      lines: { before: null, after },
    });
  });
});

describe('the words', () => {
  it('exist in English too', async () => {
    await chooseLocale('en');
    expect(changeWords(rule('passPercent', '80', '70'), words('studio')).sentence).toBe(
      'Changed the pass mark of “Bài kiểm tra”: “80%” is now “70%”.',
    );
  });

  it('exist for every field that the rules can name', () => {
    const other = JSON.parse(
      JSON.stringify(course, (key, value: unknown) => {
        if (['id', 'type', 'kind', 'hash', 'review'].includes(key)) return value;
        if (typeof value === 'string') return `${value}!`;
        return typeof value === 'number' ? value + 1 : value;
      }),
    ) as typeof course;
    const fields = new Set(courseChanges(course, other).map(({ field }) => field));
    expect(fields.size).toBeGreaterThan(20);
    for (const field of fields) expect(i18next.exists(`studio:change.field.${field}`)).toBe(true);
  });
});
