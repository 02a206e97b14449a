import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { addToCohort, createCohort } from '../../test/cohorts.js';
import { createExamDay, examRule, homeProvince, morning, planOf } from '../../test/exams.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createOrganisation,
  createPerson,
  quizLesson,
} from '../../test/factories.js';

describe('a plan of an exam', () => {
  const test = useTestApp();

  const elsewhere = async () =>
    test.as(await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-01' }] }));

  it('makes candidates of the members, enrolled where they were not, and says everything back', async () => {
    const day = await createExamDay(test, { people: 3 });
    expect(day.exam).toMatchObject({
      name: 'Kỳ thi kỹ năng số',
      courseTitle: { vi: 'Khóa học thử' },
      quizTitle: { vi: 'Bài kiểm tra' },
      status: 'planned',
      candidateCount: 3,
      preparedCount: 0,
      unassigned: 3,
      minutes: 60,
      questionCount: 4,
      release: 'at-once',
      preparation: null,
      cohorts: [{ id: day.cohortId, members: 3 }],
      rooms: [],
      abilities: { edit: true, prepare: true, invigilate: true, release: false, export: true },
    });
    expect(day.exam.rule).toMatchObject({ ...examRule, feedback: 'after-submit', graceMinutes: 30 });
    const [enrolled] = await test.database.source.query(
      'SELECT count(*)::int AS count, min(version_id::text) AS version FROM enrolment WHERE course_id = $1',
      [day.course.id],
    );
    expect(enrolled).toEqual({ count: 3, version: day.course.versionId });
    const events = await test.database.source.query(
      'SELECT kind, actor_id FROM exam_event WHERE exam_id = $1',
      [day.exam.id],
    );
    expect(events).toEqual([{ kind: 'created', actor_id: day.coordinatorId }]);
  });

  it('stays with the version that was published on that day', async () => {
    const day = await createExamDay(test, { people: 1 });
    await test.database.source.query('UPDATE course SET published_version_id = NULL WHERE id = $1', [
      day.course.id,
    ]);
    expect((await day.coordinator.get(`/exams/${day.exam.id}`)).body.questionCount).toBe(4);
    const [row] = await test.database.source.query('SELECT version_id FROM exam WHERE id = $1', [
      day.exam.id,
    ]);
    expect(row.version_id).toBe(day.course.versionId);
  });

  it('is not there for other provinces, learners see no list, and an admin of the country sees it', async () => {
    const day = await createExamDay(test, { people: 1 });
    const stranger = await elsewhere();
    for (const path of ['', '/candidates', '/results', '/results.csv'])
      expect((await stranger.get(`/exams/${day.exam.id}${path}`)).body.code).toBe('exam.not-found');
    expect((await stranger.get('/exams')).body.items).toEqual([]);
    const learner = await test.as(await createPerson(test));
    expect((await learner.get('/exams')).body.code).toBe('access.denied');
    const admin = await test.as(await createPerson(test, { roles: [{ role: 'admin', placeId: 'vn' }] }));
    expect((await admin.get(`/exams/${day.exam.id}`)).status).toBe(200);
  });

  it('is listed with the latest start first, page by page, and found by its name without accents', async () => {
    const day = await createExamDay(test, { people: 1, plan: { name: 'Đợt thi Sa Pa' } });
    const later = await day.coordinator
      .post('/exams')
      .send(
        planOf(day.course, day.cohortId, { name: 'Đợt thi Sa Pa hai', startsAt: '2026-11-21T01:30:00.000Z' }),
      );
    expect(later.status).toBe(200);
    const first = await day.coordinator.get('/exams?q=dot%20thi%20sa%20pa&limit=1');
    expect(first.body.items.map((row: { name: string }) => row.name)).toEqual(['Đợt thi Sa Pa hai']);
    const second = await day.coordinator.get(`/exams?q=sa%20pa&limit=1&cursor=${first.body.next}`);
    expect(second.body.items.map((row: { name: string }) => row.name)).toEqual(['Đợt thi Sa Pa']);
    expect(second.body.next).toBeNull();
  });

  it('is refused for what is not there, not published, not a quiz, or not wide enough', async () => {
    const day = await createExamDay(test, { people: 1 });
    const codeOf = async (wish: object) =>
      (await day.coordinator.post('/exams').send({ ...planOf(day.course, day.cohortId), ...wish })).body.code;
    expect(await codeOf({ courseId: randomUUID() })).toBe('course.not-found');
    const hidden = await createCourse(test);
    await test.database.source.query('UPDATE course SET published_version_id = NULL WHERE id = $1', [
      hidden.id,
    ]);
    expect(await codeOf({ courseId: hidden.id })).toBe('course.not-published');
    expect(await codeOf({ lessonId: randomUUID() })).toBe('lesson.not-found');
    expect(await codeOf({ cohortIds: [randomUUID()] })).toBe('cohort.not-found');
    expect(await codeOf({ placeId: 'c-99999' })).toBe('place.not-found');
    expect(await codeOf({ organisationId: randomUUID() })).toBe('organisation.not-found');
    expect(await codeOf({ placeId: 'p34-01' })).toBe('exam.scope-invalid');
    expect(await codeOf({ rule: { ...examRule, draw: 7 } })).toBe('quiz.too-few-questions');
    expect(await codeOf({ startsAt: morning.closesAt })).toBe('exam.window-invalid');
    expect(await codeOf({ checkInOpensAt: '2026-11-21T01:00:00.001Z' })).toBe('exam.window-invalid');
    const past = { checkInOpensAt: '2026-01-01T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' };
    expect(await codeOf({ ...past, closesAt: '2026-01-02T00:00:00Z' })).toBe('exam.window-invalid');
    expect(await codeOf({ spreadSeconds: 121 })).toBe('request.invalid');
    expect(await codeOf({ cohortIds: [] })).toBe('request.invalid');
  });

  it('takes no cohort of another province, even from somebody who runs both', async () => {
    const day = await createExamDay(test, { people: 1 });
    const { id: foreign } = await createCohort(test, { course: day.course, placeId: 'p34-01' });
    const admin = await test.as(await createPerson(test, { roles: [{ role: 'admin', placeId: 'vn' }] }));
    const plan = planOf(day.course, foreign);
    expect((await day.coordinator.post('/exams').send(plan)).body.code).toBe('cohort.not-found');
    expect((await admin.post('/exams').send(plan)).body.code).toBe('cohort.not-found');
    expect((await admin.post('/exams').send({ ...plan, placeId: 'vn' })).status).toBe(200);
  });

  it('of an organisation takes only its own cohorts', async () => {
    const day = await createExamDay(test, { people: 1 });
    const { id: organisationId } = await createOrganisation(test, { placeId: homeProvince });
    const { id: own } = await createCohort(test, { course: day.course, organisationId });
    const plan = (cohortId: string) => planOf(day.course, cohortId, { organisationId });
    expect((await day.coordinator.post('/exams').send(plan(day.cohortId))).body.code).toBe(
      'cohort.not-found',
    );
    const { body } = await day.coordinator.post('/exams').send(plan(own));
    expect(body.organisation.id).toBe(organisationId);
    const ownStaff = await createPerson(test, { roles: [{ role: 'coordinator', organisationId }] });
    expect((await (await test.as(ownStaff)).get(`/exams/${body.id}`)).status).toBe(200);
    expect((await (await test.as(ownStaff)).get(`/exams/${day.exam.id}`)).body.code).toBe('exam.not-found');
  });

  it('needs to name the quiz where a course has two', async () => {
    const lesson = contentLesson();
    const [one, two] = [quizLesson(lesson.id), quizLesson(lesson.id)];
    const modules = [{ id: randomUUID(), title: { vi: 'Phần', en: 'Part' }, lessons: [lesson, one, two] }];
    const course = await createCourse(test, { document: courseDocument({ modules }) });
    const day = await createExamDay(test, { people: 1 });
    const send = (lessonId?: string) =>
      day.coordinator.post('/exams').send({ ...planOf(course, day.cohortId), lessonId });
    expect((await send()).body.code).toBe('lesson.not-found');
    expect((await send(two.id)).body.lessonId).toBe(two.id);
    expect((await send(lesson.id)).body.code).toBe('lesson.not-found');
  });

  it('takes the plan of its quiz, whose questions nobody here sees, or another number without a plan', async () => {
    const lesson = contentLesson();
    const quiz = quizLesson(lesson.id);
    const [first] = quiz.questions;
    const paper = {
      fixed: [{ questionId: first?.id ?? '' }],
      draws: [{ count: 2, from: {} }],
      keepsOrder: true,
    };
    const planned = { ...quiz, rule: { ...quiz.rule, draw: 3, paper } };
    const modules = [{ id: randomUUID(), title: { vi: 'Phần', en: 'Part' }, lessons: [lesson, planned] }];
    const course = await createCourse(test, { document: courseDocument({ modules }) });
    const { exam } = await createExamDay(test, { people: 1, course, rule: { draw: 3 } });
    expect([exam.rule.paper, exam.questionCount]).toEqual([paper, 3]);
    const other = await createExamDay(test, { people: 1, course, rule: { draw: 5 } });
    expect([other.exam.rule.paper, other.exam.questionCount]).toEqual([undefined, 5]);
  });

  describe('that is changed', () => {
    const { courseId: _course, placeId: _place, ...kept } = planOf({ id: '' } as never, '');
    const change = (cohortId: string, wish: object = {}) => ({ ...kept, cohortIds: [cohortId], ...wish });

    it('takes new members in and lets removed ones go, until check-in opens', async () => {
      const day = await createExamDay(test, { people: 2 });
      const late = await createPerson(test, { placeId: homeProvince });
      await addToCohort(test, day.cohortId, [late.id]);
      await test.database.source.query('UPDATE cohort_member SET removed_at = now() WHERE person_id = $1', [
        day.people[0]?.id,
      ]);
      const put = () =>
        day.coordinator.put(`/exams/${day.exam.id}`).send(change(day.cohortId, { name: 'Đổi tên' }));
      const { body } = await put();
      expect(body).toMatchObject({ name: 'Đổi tên', candidateCount: 2 });
      const people = (await day.coordinator.get(`/exams/${day.exam.id}/candidates`)).body;
      expect(people.total).toBe(2);
      expect(people.items.map((row: { fullName: string }) => row.fullName)).toContain(late.fullName);
      test.clock.set(morning.checkInOpensAt);
      expect((await put()).body.code).toBe('exam.started');
    });

    it('is refused to other provinces, and with a window or rule that cannot be', async () => {
      const day = await createExamDay(test, { people: 1 });
      const codeOf = async (wish: object) =>
        (await day.coordinator.put(`/exams/${day.exam.id}`).send(change(day.cohortId, wish))).body.code;
      expect(await codeOf({ closesAt: morning.startsAt })).toBe('exam.window-invalid');
      expect(await codeOf({ rule: { ...examRule, draw: 300 } })).toBe('quiz.too-few-questions');
      expect(await codeOf({ cohortIds: [randomUUID()] })).toBe('cohort.not-found');
      expect(await codeOf({ courseId: day.course.id })).toBe('request.invalid');
      const stranger = await elsewhere();
      const { body } = await stranger.put(`/exams/${day.exam.id}`).send(change(day.cohortId));
      expect(body.code).toBe('exam.not-found');
    });
  });
});
