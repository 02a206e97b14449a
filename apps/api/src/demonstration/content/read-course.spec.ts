import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Block, BlockOf, ContentLesson, QuizLesson } from '@onetouch/contract';
import { demonstrationFolder } from '../demonstration-tools.js';
import { readCourse } from './read-course.js';

const fixture = join(demonstrationFolder, '../../apps/api/test/fixtures/courses/khoa-nho');
const folders: string[] = [];

/** The fixture course with one text replaced in one file, in a folder of its own. */
function changed(file: string, from: string, to: string): string {
  const parent = mkdtempSync(join(tmpdir(), 'onetouch-content-'));
  folders.push(parent);
  const folder = join(parent, 'khoa-nho');
  cpSync(fixture, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(join(folder, file), text.replace(from, to));
  return folder;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const fence = (kind: string, yaml: string) => `Đoạn cuối.\n\n\`\`\`${kind}\n${yaml}\n\`\`\`\n`;
const lessonOf = (root = fixture) => readCourse(root).document.modules[0]?.lessons[0] as ContentLesson;
const blockOf = <T extends Block['type']>(type: T) =>
  lessonOf().blocks.find((block) => block.type === type) as BlockOf<T>;

describe('a course folder', () => {
  it('becomes a course with text between its special blocks', () => {
    const types = [
      'text',
      'image',
      'text',
      'check',
      'check',
      'message',
      'steps',
      'note',
      'video',
      'sheet',
      'text',
    ];
    expect(lessonOf().blocks.map((block) => block.type)).toEqual(types);
  });

  it('gives the same ids in every run', () => {
    expect(JSON.stringify(readCourse(fixture).document)).toBe(JSON.stringify(readCourse(fixture).document));
    const ids = lessonOf().blocks.map((block) => block.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the ids of blocks whose neighbours change', () => {
    const before = lessonOf().blocks.map((block) => block.id);
    const after = lessonOf(changed('01-moi-thu.md', 'Đoạn mở đầu', 'Câu mở đầu')).blocks.map(
      (block) => block.id,
    );
    expect(after).toEqual(before);
  });

  it('reads bold, italic, links, headings and lists', () => {
    const [paragraph, heading, bullets, numbers] = blockOf('text').doc.content;
    expect(paragraph).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Đoạn mở đầu có ' },
        { type: 'text', text: 'chữ đậm', marks: [{ type: 'bold' }] },
        { type: 'text', text: ', ' },
        { type: 'text', text: 'chữ nghiêng', marks: [{ type: 'italic' }] },
        { type: 'text', text: ' và ' },
        {
          type: 'text',
          text: 'một đường dẫn',
          marks: [{ type: 'link', attrs: { href: 'https://dichvucong.gov.vn' } }],
        },
        { type: 'text', text: '. Địa chỉ http://gia.example chỉ là chữ.' },
      ],
    });
    expect(heading).toMatchObject({ type: 'heading', attrs: { level: 2 } });
    expect(bullets).toMatchObject({ type: 'bulletList', content: [{}, {}] });
    expect(numbers?.type).toBe('orderedList');
  });

  it('reads a drawing with its size, a message with its marks, a film with its words', () => {
    expect(blockOf('image')).toMatchObject({
      width: 704,
      height: 396,
      alt: 'Một ô vuông',
      caption: 'Ô vuông',
    });
    expect(blockOf('message').parts).toEqual([
      { text: 'Tai khoan ' },
      { text: 'se bi khoa', mark: 1 },
      { text: '. Truy cap ' },
      { text: 'nganhang.example', mark: 2 },
      { text: '.' },
    ]);
    expect(blockOf('video')).toMatchObject({
      durationSeconds: 13,
      transcript: ['Bác Tư nghe điện thoại.', 'Bác gác máy.'],
      poster: { name: 'poster.svg' },
      captions: { mediaType: 'text/vtt' },
    });
    expect(blockOf('sheet').file).toMatchObject({ name: 'to.pdf', bytes: 18 });
  });

  it('gives options names that say nothing', () => {
    const [single, claim] = lessonOf().blocks.filter((block) => block.type === 'check');
    expect(single?.question.options.map((option) => option.id)).toEqual([
      expect.stringMatching(/^[0-9a-f]{8}$/),
      expect.stringMatching(/^[0-9a-f]{8}$/),
    ]);
    expect(single?.question.correct).toEqual([single?.question.options[1]?.id]);
    expect(claim?.question.options.map((option) => option.text)).toEqual(['Đúng', 'Sai']);
    expect(claim?.question.correct).toEqual([claim?.question.options[1]?.id]);
  });

  it('sends each question of the quiz to its lesson', () => {
    const quiz = readCourse(fixture).document.modules[0]?.lessons[1] as QuizLesson;
    expect(quiz).toMatchObject({
      kind: 'quiz',
      minutes: 5,
      questions: [{ points: 1_000, review: lessonOf().id }],
    });
    expect(quiz.questions[0]?.correct).toHaveLength(2);
  });

  it('labels each question by its module, by its form unless the author says how hard it is, and by competence', () => {
    const first = (root: string) =>
      (readCourse(root).document.modules[0]?.lessons[1] as QuizLesson).questions[0];
    const category = readCourse(fixture).document.modules[0]?.title.vi;
    expect(first(fixture)).toMatchObject({ category, difficulty: 'hard' });
    expect(first(fixture)?.competence).toBeUndefined();
    const competences = 'competences: [{ name: Giữ mã, lessons: [01-moi-thu.md] }]\nquestions:';
    expect(first(changed('quiz.yaml', 'questions:', competences))?.competence).toBe('Giữ mã');
    const easy = changed('quiz.yaml', '    kind: multiple', '    kind: multiple\n    difficulty: easy');
    expect(first(easy)?.difficulty).toBe('easy');
  });

  it('leaves out a film that is not made yet, and says so', () => {
    const folder = changed('quiz.yaml', 'draw: 1', 'draw: 1');
    rmSync(join(folder, 'video/film.mp4'));
    const course = readCourse(folder);
    expect(course.warnings).toEqual(['01-moi-thu.md:62 left out, not made yet: video/film.mp4']);
    expect(
      (course.document.modules[0]?.lessons[0] as ContentLesson).blocks.map((block) => block.type),
    ).not.toContain('video');
  });

  it.each([
    [
      'a table',
      '01-moi-thu.md',
      'Đoạn cuối.',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '01-moi-thu.md:74 a lesson holds no table',
    ],
    ['HTML', '01-moi-thu.md', 'Đoạn cuối.', '<b>Đoạn</b>', '01-moi-thu.md:74 '],
    [
      'an unsafe link',
      '01-moi-thu.md',
      'https://dichvucong',
      'javascript:dichvucong',
      'must be an https, mailto or tel address',
    ],
    [
      'an unknown block',
      '01-moi-thu.md',
      'Đoạn cuối.',
      fence('poll', 'key: a'),
      "01-moi-thu.md:76 there is no block 'poll'",
    ],
    [
      'a key used twice',
      '01-moi-thu.md',
      'key: claim',
      'key: first-thing',
      "the key 'first-thing' stands twice",
    ],
    ['a misspelt field', '01-moi-thu.md', 'explanation: Dừng', 'explaination: Dừng', '01-moi-thu.md:'],
    ['broken YAML', '01-moi-thu.md', 'tone: tip', 'tone: [tip', '01-moi-thu.md:'],
    ['a question without a right answer', '01-moi-thu.md', '    correct: true\n', '', 'question.correct'],
    ['a tone that there is not', '01-moi-thu.md', 'tone: tip', 'tone: loud', '01-moi-thu.md:57 tone'],
    [
      'a drawing that is not there',
      '01-moi-thu.md',
      'images/o-vuong.svg',
      'images/khong-co.svg',
      '01-moi-thu.md:18 images/khong-co.svg is not there',
    ],
    [
      'a file outside the course',
      '01-moi-thu.md',
      'images/o-vuong.svg',
      '../../x.svg',
      'lies outside the course',
    ],
    ['a drawing with a script', 'images/o-vuong.svg', '<rect', '<script>1</script><rect', 'holds a script'],
    [
      'a review of no lesson',
      'quiz.yaml',
      '01-moi-thu.md',
      '02-khac.md',
      'quiz.yaml:7 02-khac.md is no lesson of this course',
    ],
    ['more questions drawn than there are', 'quiz.yaml', 'draw: 1', 'draw: 9', 'quiz-too-few-questions'],
    [
      'a lesson that is not there',
      'course.yaml',
      '01-moi-thu.md',
      '09.md',
      'course.yaml:12 09.md is not there',
    ],
    [
      'a slug of another folder',
      'course.yaml',
      'slug: khoa-nho',
      'slug: khoa-khac',
      'course.yaml:2 the slug is the name of the folder',
    ],
    [
      'an unknown audience',
      'course.yaml',
      'audience: resident',
      'audience: aliens',
      'course.yaml:1 audience',
    ],
  ])('with %s is refused with file and line', (_what, file, from, to, message) => {
    expect(() => readCourse(changed(file, from, to))).toThrow(message);
  });
});

describe('the demonstration courses', () => {
  const courses = join(demonstrationFolder, 'courses');

  it.each(readdirSync(courses))('%s is whole', (slug) => {
    const { document, warnings, files } = readCourse(join(courses, slug));
    const types = document.modules.flatMap((module) =>
      module.lessons.flatMap((lesson) =>
        lesson.kind === 'content' ? lesson.blocks.map((block) => block.type) : [],
      ),
    );
    expect(new Set(types)).toEqual(
      new Set(['text', 'image', 'check', 'message', 'steps', 'note', 'video', 'sheet']),
    );
    expect(warnings).toEqual([]);
    expect(files.length).toBeGreaterThan(8);
  });
});
