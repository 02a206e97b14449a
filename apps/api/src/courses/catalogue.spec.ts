import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CourseCard, CourseDocument } from '@onetouch/contract';
import { randomUUID } from 'node:crypto';
import { useTestApp } from '../../test/app.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  quizLesson,
  type TestCourse,
} from '../../test/factories.js';
import { LearnerCounts } from './learner-counts.js';
import { PublishedVersions } from './published-versions.js';
import { Shelf } from './shelf.js';

/** A course of one lesson and a quiz under these titles. */
function document(title: string, lessonTitle: string, wish: Partial<CourseDocument> = {}): CourseDocument {
  const lesson = contentLesson(undefined, lessonTitle);
  const module = {
    id: randomUUID(),
    title: { vi: 'Phần', en: 'Part' },
    lessons: [lesson, quizLesson(lesson.id)],
  };
  return courseDocument({ title: { vi: title, en: 'A course' }, modules: [module], ...wish });
}

describe('the catalogue', () => {
  const test = useTestApp();
  let services: TestCourse;
  let market: TestCourse;
  let closed: TestCourse;

  const titles = (items: CourseCard[]) => items.map((card) => card.title.vi);
  const browse = async (query = '') => (await test.visitor.get(`/courses?${query}`)).body;

  beforeAll(async () => {
    services = await createCourse(test, {
      document: document('Dịch vụ công trực tuyến', 'Nộp hồ sơ tại nhà', {
        audience: 'resident',
        topic: 'public-services',
      }),
    });
    market = await createCourse(test, {
      document: document('Bán hàng trên sàn', 'Thanh toán và hóa đơn', {
        audience: 'sme',
        level: 'intermediate',
        topic: 'commerce',
        summary: { vi: 'Không cần dịch vụ thuê ngoài công phu.', en: 'Sell.' },
      }),
    });
    closed = await createCourse(test, {
      document: document('Bài học kín', 'Cổng dịch vụ công quốc gia'),
      isOpen: false,
    });
    test.get(Shelf).forget();
  });

  it('shows every published course with its counts', async () => {
    const answer = await browse();
    expect(answer.total).toBe(3);
    expect(answer.counts).toEqual({ government: 1, sme: 1, resident: 1 });
    expect(answer.next).toBeNull();
    expect(answer.items[0]).toMatchObject({ lessonCount: 1, learnerCount: 0 });
  });

  it('counts each audience under the other filters, whichever one is chosen', async () => {
    const answer = await browse('audience=sme&level=intermediate');
    expect(titles(answer.items)).toEqual(['Bán hàng trên sàn']);
    expect(answer.counts).toEqual({ government: 0, sme: 1, resident: 0 });
    expect(answer.total).toBe(1);
  });

  it('filters by topic, minutes, weight and words', async () => {
    expect(titles((await browse('topic=commerce')).items)).toEqual(['Bán hàng trên sàn']);
    expect((await browse('maxMinutes=1')).total).toBe(0);
    expect((await browse('maxWeightBytes=10')).total).toBe(0);
    expect(titles((await browse(`q=${encodeURIComponent('hoá đơn')}`)).items)).toEqual(['Bán hàng trên sàn']);
  });

  it.each(['popular', 'newest', 'shortest', 'lightest'])(
    'pages by %s without losing or doubling a course',
    async (sort) => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const answer = await browse(`sort=${sort}&limit=1${cursor}`);
        seen.push(...titles(answer.items));
        cursor = answer.next ? `&cursor=${answer.next}` : '';
      } while (cursor);
      expect(seen).toEqual(titles((await browse(`sort=${sort}`)).items));
      expect(new Set(seen).size).toBe(3);
    },
  );

  it('refuses a cursor that is none, or of another order', async () => {
    const { next } = await browse('sort=newest&limit=1');
    expect((await browse('cursor=abc')).code).toBe('request.invalid');
    expect((await browse(`sort=shortest&cursor=${next}`)).code).toBe('request.invalid');
  });

  it('answers 304 while nothing has changed', async () => {
    for (const path of ['/courses', `/courses/${services.slug}`, '/search?q=cong']) {
      const first = await test.visitor.get(path);
      expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      const second = await test.visitor.get(path).set('If-None-Match', String(first.headers['etag']));
      expect([path, second.status, second.text]).toEqual([path, 304, '']);
    }
  });

  describe('searched', () => {
    const search = async (q: string, more = '') =>
      (await test.visitor.get(`/search?q=${encodeURIComponent(q)}${more}`)).body;

    it('finds words without accents, titles before summaries before lessons', async () => {
      const answer = await search('dich vu cong');
      expect(titles(answer.courses)).toEqual(['Dịch vụ công trực tuyến', 'Bán hàng trên sàn', 'Bài học kín']);
      expect(answer.lessons.map((hit: { title: { vi: string } }) => hit.title.vi)).toEqual([
        'Cổng dịch vụ công quốc gia',
      ]);
      expect(answer.total).toBe(4);
    });

    it('says which accented words it read', async () => {
      expect((await search('dich vu cong')).reading).toBe('dịch vụ công');
      expect((await search('DICH VU CO')).reading).toBe('dịch vụ công');
      expect((await search('dịch vụ công')).reading).toBeNull();
      expect((await search('khong co gi')).reading).toBeNull();
    });

    it('takes both tone placements and finds a lesson with its number', async () => {
      const answer = await search('hoá đơn');
      expect(answer.lessons).toEqual([
        expect.objectContaining({
          courseSlug: market.slug,
          lessonNumber: 1,
          title: { vi: 'Thanh toán và hóa đơn', en: 'Thanh toán và hóa đơn' },
        }),
      ]);
    });

    it('needs all words, and ignores signs that are no words', async () => {
      expect((await search('dich vu sao hoa')).total).toBe(0);
      expect((await search('%')).total).toBe(0);
      expect((await search('"dịch-vụ" (công)')).courses).toHaveLength(3);
      expect((await search('')).total).toBe(0);
    });

    it('finds a course by what one is able to do after it', async () => {
      expect((await search('biet thu')).courses).toHaveLength(3);
    });

    it('answers no more than it is asked for, and counts them all', async () => {
      const answer = await search('dich vu cong', '&limit=1');
      expect(answer.courses).toHaveLength(1);
      expect(answer.total).toBe(4);
    });
  });

  describe('opened at a course', () => {
    it('shows outline, conditions and who answers for it', async () => {
      const { body } = await test.visitor.get(`/courses/${services.slug}`);
      expect(body).toMatchObject({
        id: services.id,
        versionNumber: 1,
        isOpen: true,
        trainerName: 'Nguyễn Văn Thử',
      });
      expect(body.outline[0].lessons.map((lesson: { questions: number | null }) => lesson.questions)).toEqual(
        [null, 4],
      );
      expect(body.requirements).toEqual([
        { kind: 'lessons', count: 1 },
        expect.objectContaining({ kind: 'quiz', passCount: 3 }),
      ]);
    });

    it('lets no question and no key out', async () => {
      const lesson = services.document.modules[0]?.lessons[0];
      const paths = [
        '/courses',
        '/search?q=nop',
        `/courses/${services.slug}`,
        `/courses/${services.slug}/lessons/${lesson?.id}`,
      ];
      for (const path of paths) {
        const { text, status } = await test.visitor.get(path);
        expect([path, status]).toEqual([path, 200]);
        expect(text).not.toMatch(/"correct"|"questions":\[|Câu hỏi|Sai một/);
      }
    });

    it('reads lessons without an account, but never a quiz', async () => {
      const [lesson, quiz] = services.document.modules[0]?.lessons ?? [];
      const read = await test.visitor.get(`/courses/${services.slug}/lessons/${lesson?.id}`);
      expect(read.body).toEqual({ lesson, previousId: null, nextId: null });
      expect((await test.visitor.get(`/courses/${services.slug}/lessons/${quiz?.id}`)).body.code).toBe(
        'lesson.not-found',
      );
      expect((await test.visitor.get(`/courses/${services.slug}/lessons/${randomUUID()}`)).body.code).toBe(
        'lesson.not-found',
      );
    });

    it('keeps the lessons of a course that is not open', async () => {
      const lesson = closed.document.modules[0]?.lessons[0];
      expect((await test.visitor.get(`/courses/${closed.slug}/lessons/${lesson?.id}`)).body.code).toBe(
        'lesson.not-found',
      );
    });

    it('knows no course of another name', async () => {
      expect((await test.visitor.get('/courses/khong-co')).body.code).toBe('course.not-found');
      expect((await test.visitor.get('/courses/Khong_Co')).body.code).toBe('request.invalid');
    });
  });
});

describe('a published course', () => {
  const test = useTestApp();

  it('is on no page before it is published: not in the catalogue, the search, or by its address', async () => {
    const course = await createCourse(test, { document: document('Chăn nuôi bò sữa', 'Chọn giống bò') });
    const lesson = course.document.modules[0]?.lessons[0]?.id;
    const publish = async (versionId: string | null) => {
      const text = 'UPDATE course SET published_version_id = $2 WHERE id = $1';
      await test.database.rows({ name: 'spec.point-to-version', text }, [course.id, versionId]);
      test.get(Shelf).forget();
    };
    const seen = async () => [
      (await test.visitor.get('/courses')).body.items.some((card: CourseCard) => card.id === course.id),
      (await test.visitor.get('/search?q=chan+nuoi+bo+sua')).body.courses.length,
      (await test.visitor.get(`/courses/${course.slug}`)).body.code,
      (await test.visitor.get(`/courses/${course.slug}/lessons/${lesson}`)).body.code,
    ];
    await publish(null);
    expect(await seen()).toEqual([false, 0, 'course.not-found', 'course.not-found']);
    await publish(course.versionId);
    expect(await seen()).toEqual([true, 1, undefined, undefined]);
  });

  it('counts enrolled learners, at most a minute late', async () => {
    const course = await createCourse(test);
    const { id } = await createPerson(test);
    const insert =
      'INSERT INTO enrolment (person_id, course_id, version_id, enrolled_at, steps_total) VALUES ($1, $2, $3, now(), 3)';
    await test.database.pool().query(insert, [id, course.id, course.versionId]);
    Object.assign(test.get(LearnerCounts), { counts: undefined });
    expect((await test.visitor.get(`/courses/${course.slug}`)).body.learnerCount).toBe(1);
  });

  it('is read once, however many ask at once', async () => {
    const course = await createCourse(test);
    const versions = test.get(PublishedVersions);
    expect(versions.peek(course.versionId)).toBeUndefined();
    const all = await Promise.all([1, 2, 3].map(() => versions.get(course.versionId)));
    expect(new Set(all).size).toBe(1);
    expect(versions.peek(course.versionId)).toBe(all[0]);
  });

  it('knows number, neighbours, conditions and ready text of each lesson', async () => {
    const course = await createCourse(test);
    const version = await test.get(PublishedVersions).get(course.versionId);
    const [first, second, quiz] = version.lessons;
    expect(version.lessons.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'content'],
      [2, 'content'],
      [3, 'quiz'],
    ]);
    expect(first).toMatchObject({ previousId: null, nextId: second?.id, nextKind: 'content' });
    expect(second).toMatchObject({ previousId: first?.id, nextId: quiz?.id, nextKind: 'quiz' });
    expect(JSON.parse(first?.json ?? '')).toEqual(course.document.modules[0]?.lessons[0]);
    expect(quiz?.json).toBeNull();
    expect(version.courseSlug).toBe(course.slug);
  });

  it('is not there for an id that is none', async () => {
    await expect(test.get(PublishedVersions).get(randomUUID())).rejects.toThrow('no version');
    expect(await test.get(PublishedVersions).getMany([randomUUID()])).toEqual(new Map());
  });
});
