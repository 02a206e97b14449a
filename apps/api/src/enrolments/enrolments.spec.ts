import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type ContentLesson, enrolments } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  quizLesson,
} from '../../test/factories.js';
import { contentLessons, eventsFor, learning, seen, send } from '../../test/learning.js';

const test = useTestApp();
const { enrolled, rowOf } = learning(test);

describe('enrolling', () => {
  it('answers the same enrolment to two clicks at once', async () => {
    const client = await test.as(await createPerson(test));
    const course = await createCourse(test);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => client.post('/enrolments').send({ courseId: course.id })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('refuses a course that is not there and one that is not published', async () => {
    const client = await test.as(await createPerson(test));
    const unpublished = await createCourse(test);
    await test.database.rows(
      { name: 'spec.unpublish', text: 'UPDATE course SET published_version_id = NULL WHERE id = $1' },
      [unpublished.id],
    );
    expect((await client.post('/enrolments').send({ courseId: randomUUID() })).body.code).toBe(
      'course.not-found',
    );
    expect((await client.post('/enrolments').send({ courseId: unpublished.id })).body.code).toBe(
      'course.not-published',
    );
  });

  it('says 0 of 3 steps and where to begin', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body.steps).toEqual({ done: 0, total: 3 });
    expect(body.percent).toBe(0);
    expect(body.resume).toMatchObject({ lessonId: contentLessons(course)[0]?.id, number: 1 });
    expect(body.lessons.map((lesson: { state: string }) => lesson.state)).toEqual(['open', 'open', 'locked']);
    expect((await client.get('/me/enrolments')).body.items).toHaveLength(1);
    expect((await client.get(`/me/courses/${course.id}/enrolment`)).body.enrolment.id).toBe(enrolmentId);
  });

  it('shows a stranger nothing of it', async () => {
    const { course, enrolmentId } = await enrolled();
    const stranger = await test.as(await createPerson(test));
    const lessonId = contentLessons(course)[0]?.id ?? '';
    const block = contentLessons(course)[0]?.blocks[0]?.id ?? '';
    expect((await stranger.get(`/enrolments/${enrolmentId}`)).status).toBe(404);
    expect((await stranger.get(`/enrolments/${enrolmentId}/lessons/${lessonId}`)).status).toBe(404);
    expect((await send(stranger, enrolmentId, lessonId, [seen(block)])).status).toBe(404);
    expect((await test.visitor.get(`/enrolments/${enrolmentId}`)).status).toBe(401);
    expect(await rowOf(enrolmentId, lessonId)).toBeUndefined();
    expect((await stranger.get(`/me/courses/${course.id}/enrolment`)).body.enrolment).toBeNull();
  });
});

describe('reading a lesson', () => {
  it('answers content and own progress, and never a quiz', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const [first] = contentLessons(course);
    const { body } = await client.get(`/enrolments/${enrolmentId}/lessons/${first?.id}`);
    expect(body.lesson).toEqual(first);
    // Answered as ready text, so the shape is held here.
    expect(enrolments.readLesson.response.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      number: 1,
      previousId: null,
      nextKind: 'content',
      progress: { metBlockIds: [], doneAt: null },
    });
    const quiz = course.document.modules[1]?.lessons[1]?.id;
    expect((await client.get(`/enrolments/${enrolmentId}/lessons/${quiz}`)).body.code).toBe(
      'lesson.not-found',
    );
  });

  it('does not count as learning it', async () => {
    const { client, course, enrolmentId } = await enrolled();
    await client.get(`/enrolments/${enrolmentId}/lessons/${contentLessons(course)[0]?.id}`);
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body.startedAt).toBeNull();
    expect(body.steps.done).toBe(0);
  });
});

describe('why not 100 %', () => {
  it('lists the missing blocks of each open lesson and the quiz with what is left', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const [first, second] = contentLessons(course);
    await send(client, enrolmentId, first?.id ?? '', eventsFor(first as ContentLesson));
    await send(client, enrolmentId, second?.id ?? '', [seen(second?.blocks[0]?.id ?? '')]);
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body.conditions[0]).toMatchObject({
      kind: 'lessons',
      met: false,
      done: 1,
      total: 2,
      open: [{ lessonId: second?.id, missing: [{ blockId: second?.blocks[1]?.id, type: 'video' }] }],
    });
    expect(body.conditions[0].receipt).toMatch(/^[0-9A-F]{4}$/);
    expect(body.conditions[1]).toMatchObject({ kind: 'quiz', met: false, best: null, attemptsLeft: 3 });
    expect(body.resume.lessonId).toBe(second?.id);
    expect(body.resume.blockId).toBeNull();
  });

  it('an enrolment stays on its version when a new one is published', async () => {
    const { client, course, enrolmentId } = await enrolled();
    await test.database.rows(
      {
        name: 'spec.publish',
        text: `WITH next AS (INSERT INTO course_version (course_id, number, document, minutes, published_by, published_at)
          SELECT course_id, 2, $2, minutes, published_by, now() FROM course_version WHERE id = $1 RETURNING id, course_id)
          UPDATE course SET published_version_id = next.id FROM next WHERE course.id = next.course_id`,
      },
      [
        course.versionId,
        JSON.stringify(
          courseDocument({
            modules: [
              {
                id: randomUUID(),
                title: { vi: 'Mới', en: 'New' },
                lessons: [contentLesson(), quizLesson(randomUUID())],
              },
            ],
          }),
        ),
      ],
    );
    const again = await client.post('/enrolments').send({ courseId: course.id });
    expect(again.body).toMatchObject({ id: enrolmentId, versionNumber: 1, steps: { done: 0, total: 3 } });
    const [first] = contentLessons(course);
    const lesson = `/enrolments/${enrolmentId}/lessons/${first?.id}`;
    expect((await client.get(lesson)).body.lesson).toEqual(first);
    expect(
      (await send(client, enrolmentId, first?.id ?? '', eventsFor(first as ContentLesson))).body,
    ).toMatchObject({
      progress: { doneAt: expect.any(String) },
      steps: { done: 1, total: 3 },
    });
    const newcomer = await enrolled(course);
    const { body } = await newcomer.client.get(`/enrolments/${newcomer.enrolmentId}`);
    expect(body).toMatchObject({ versionNumber: 2, steps: { done: 0, total: 2 } });
    const old = await newcomer.client.get(`/enrolments/${newcomer.enrolmentId}/lessons/${first?.id}`);
    expect(old.body.code).toBe('lesson.not-found');
  });
});
