import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { type ContentLesson, enrolments, SavedProgress } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import {
  checkBlock,
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  quizLesson,
  type TestCourse,
  textBlock,
  videoBlock,
} from '../../test/factories.js';
import { untilWaiting } from '../../test/lock-waits.js';
import { LessonProgressStore } from './lesson-progress-store.js';

const test = useTestApp();

async function enrolled(course?: TestCourse) {
  const person = await createPerson(test);
  const client = await test.as(person);
  const pinned = course ?? (await createCourse(test));
  const { body } = await client.post('/enrolments').send({ courseId: pinned.id });
  return { person, client, course: pinned, enrolmentId: String(body.id) };
}

function contentLessons(course: TestCourse): ContentLesson[] {
  return course.document.modules
    .flatMap((module) => module.lessons)
    .flatMap((lesson) => (lesson.kind === 'content' ? [lesson] : []));
}

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 2, 0, second)).toISOString();
const seen = (blockId: string, second = 1) => ({
  id: randomUUID(),
  kind: 'seen',
  blockId,
  occurredAt: at(second),
});
const position = (blockId: string, second: number) => ({
  id: randomUUID(),
  kind: 'position',
  blockId,
  occurredAt: at(second),
});
const watched = (blockId: string, intervals: number[][]) => ({
  id: randomUUID(),
  kind: 'watched',
  blockId,
  occurredAt: at(2),
  intervals,
});
const answered = (blockId: string, optionIds = ['b2']) => ({
  id: randomUUID(),
  kind: 'answered',
  blockId,
  occurredAt: at(3),
  optionIds,
});

function eventsFor(lesson: ContentLesson): object[] {
  return lesson.blocks.flatMap((block): object[] => {
    if (block.type === 'text') return [seen(block.id)];
    if (block.type === 'video') return [watched(block.id, [[0, block.durationSeconds]])];
    return block.type === 'check' ? [answered(block.id)] : [];
  });
}

const send = (client: Client, enrolmentId: string, lessonId: string, events: object[]) =>
  client.post(`/enrolments/${enrolmentId}/lessons/${lessonId}/events`).send({ events });

async function rowOf(enrolmentId: string, lessonId: string) {
  return test.database.row<{ revision: number; state: unknown; done_at: Date | null }>(
    {
      name: 'spec.progress',
      text: 'SELECT revision, state, done_at FROM lesson_progress WHERE enrolment_id = $1 AND lesson_id = $2',
    },
    [enrolmentId, lessonId],
  );
}

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

describe('saving progress', () => {
  it('a lesson is done when its last required block is met, and not before', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const lesson = contentLessons(course)[0] as ContentLesson;
    const [text, check] = lesson.blocks;
    const before = await send(client, enrolmentId, lesson.id, [seen(text?.id ?? '')]);
    expect(before.body.progress.doneAt).toBeNull();
    expect(before.body.receipts[0].receipt).toMatch(/^[0-9A-F]{4}$/);
    const after = await send(client, enrolmentId, lesson.id, [answered(check?.id ?? '')]);
    expect(after.body.progress.doneAt).not.toBeNull();
    expect(after.body.steps).toEqual({ done: 1, total: 3 });
    expect(after.body.percent).toBe(33);
    expect(SavedProgress.parse(after.body)).toEqual(after.body);
  });

  it('a video counts from 90 % of its distinct seconds, however they arrive', async () => {
    const course = await createCourse(test, {
      document: courseDocument({
        modules: [
          { id: randomUUID(), title: { vi: 'P', en: 'P' }, lessons: [contentLesson([videoBlock(40)])] },
        ],
      }),
    });
    const { client, enrolmentId } = await enrolled(course);
    const lesson = contentLessons(course)[0] as ContentLesson;
    const video = lesson.blocks[0]?.id ?? '';
    await send(client, enrolmentId, lesson.id, [watched(video, [[20, 35]])]);
    const twice = await send(client, enrolmentId, lesson.id, [
      watched(video, [[0, 20]]),
      watched(video, [[0, 20]]),
    ]);
    expect(twice.body.progress).toMatchObject({ watched: { [video]: [[0, 35]] }, doneAt: null });
    const enough = await send(client, enrolmentId, lesson.id, [watched(video, [[35, 36]])]);
    expect(enough.body.progress.doneAt).not.toBeNull();
    expect(enough.body.completedAt).toBe(enough.body.progress.doneAt);
  });

  it('the same events sent twice, late and in another order change nothing', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const lesson = contentLessons(course)[0] as ContentLesson;
    const events = [
      ...eventsFor(lesson),
      position(lesson.blocks[1]?.id ?? '', 9),
      position(lesson.blocks[0]?.id ?? '', 4),
    ];
    const first = await send(client, enrolmentId, lesson.id, events);
    const row = await rowOf(enrolmentId, lesson.id);
    test.clock.forward(90);
    const again = await send(client, enrolmentId, lesson.id, [...events].reverse());
    test.clock.run();
    expect(again.status).toBe(200);
    expect(again.body.progress).toEqual(first.body.progress);
    expect(again.body.progress.positionBlockId).toBe(lesson.blocks[1]?.id);
    expect([...again.body.receipts].reverse()).toEqual(first.body.receipts);
    expect(await rowOf(enrolmentId, lesson.id)).toEqual(row);
  });

  it('a device whose clock is years ahead does not keep the place of the lesson from the others', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const lesson = contentLessons(course)[0] as ContentLesson;
    const [first, second] = lesson.blocks.map(({ id }) => id);
    const wrong = { ...position(first ?? '', 1), occurredAt: '2099-01-01T00:00:00.000Z' };
    test.clock.set('2026-11-21T10:00:00.000Z');
    expect((await send(client, enrolmentId, lesson.id, [wrong])).body.progress.positionBlockId).toBe(first);
    const row = await rowOf(enrolmentId, lesson.id);
    test.clock.forward(4);
    await send(client, enrolmentId, lesson.id, [wrong]);
    expect(await rowOf(enrolmentId, lesson.id)).toEqual(row);
    test.clock.forward(2);
    const right = { ...position(second ?? '', 1), occurredAt: '2026-11-21T10:06:00.000Z' };
    const { body } = await send(client, enrolmentId, lesson.id, [right]);
    test.clock.run();
    expect(body.progress.positionBlockId).toBe(second);
  });

  it('two devices that save at once lose nothing', async () => {
    const blocks = Array.from({ length: 12 }, () => textBlock());
    const course = await createCourse(test, {
      document: courseDocument({
        modules: [
          {
            id: randomUUID(),
            title: { vi: 'P', en: 'P' },
            lessons: [contentLesson(blocks), contentLesson()],
          },
        ],
      }),
    });
    const { client, person, enrolmentId } = await enrolled(course);
    const other = await test.as(person);
    const lesson = contentLessons(course)[0] as ContentLesson;
    const saves = await Promise.all(
      blocks.map((block, index) =>
        send(index % 2 ? client : other, enrolmentId, lesson.id, [seen(block.id)]),
      ),
    );
    for (const save of saves) expect(save.status).toBe(200);
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body.steps.done).toBe(1);
    const row = await rowOf(enrolmentId, lesson.id);
    expect((row?.state as { metBlockIds: string[] }).metBlockIds).toHaveLength(12);
  });

  it('what another instance has saved is merged, not overwritten', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const lesson = contentLessons(course)[1] as ContentLesson;
    const [text, video] = lesson.blocks;
    await send(client, enrolmentId, lesson.id, [watched(video?.id ?? '', [[0, 5]])]);
    await test.database.rows(
      {
        name: 'spec.elsewhere',
        text: `UPDATE lesson_progress SET revision = revision + 1, state = jsonb_set(state, '{metBlockIds}', $3) WHERE enrolment_id = $1 AND lesson_id = $2`,
      },
      [enrolmentId, lesson.id, JSON.stringify([text?.id])],
    );
    const { body } = await send(client, enrolmentId, lesson.id, [watched(video?.id ?? '', [[5, 9]])]);
    expect(body.progress.metBlockIds).toEqual([text?.id]);
    expect(body.progress.watched[video?.id ?? '']).toEqual([[0, 9]]);
  });

  it('a lesson that another instance has seen done keeps its time', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const lesson = contentLessons(course)[0] as ContentLesson;
    const [text, check] = lesson.blocks;
    await send(client, enrolmentId, lesson.id, [seen(text?.id ?? '')]);
    const doneAt = new Date(Date.now() - 3_600_000);
    await test.database.rows(
      {
        name: 'spec.done-elsewhere',
        text: `UPDATE lesson_progress SET revision = revision + 1, state = jsonb_set(state, '{metBlockIds}', $3), done_at = $4
          WHERE enrolment_id = $1 AND lesson_id = $2`,
      },
      [enrolmentId, lesson.id, JSON.stringify([text?.id, check?.id].sort()), doneAt],
    );
    const { body } = await send(client, enrolmentId, lesson.id, [answered(check?.id ?? '')]);
    expect(body.progress.doneAt).toBe(doneAt.toISOString());
    expect((await rowOf(enrolmentId, lesson.id))?.done_at).toEqual(doneAt);
  });

  it('a device that is always too late saves under the lock, and finishes nothing by that', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const lesson = contentLessons(course)[0] as ContentLesson;
    const [text] = lesson.blocks;
    await send(client, enrolmentId, lesson.id, [position(text?.id ?? '', 1)]);
    const late = jest.spyOn(test.get(LessonProgressStore), 'advance').mockResolvedValue(undefined);
    const { status, body } = await send(client, enrolmentId, lesson.id, [seen(text?.id ?? '')]);
    late.mockRestore();
    expect([status, body.progress]).toEqual([
      200,
      expect.objectContaining({ metBlockIds: [text?.id], doneAt: null }),
    ]);
    expect(await rowOf(enrolmentId, lesson.id)).toMatchObject({ done_at: null });
    expect((await client.get(`/enrolments/${enrolmentId}`)).body.steps.done).toBe(0);
  });

  it('a device that begins a lesson while another one finishes it loses nothing', async () => {
    const { client, person, course, enrolmentId } = await enrolled();
    const other = await test.as(person);
    const lesson = contentLessons(course)[0] as ContentLesson;
    const [text, check] = lesson.blocks;
    // The other device stands in the middle of its first save while the finishing one decides.
    const { finishing } = await test.database.transaction(async (transaction) => {
      await transaction.rows(
        {
          name: 'spec.begin',
          text: `INSERT INTO lesson_progress (enrolment_id, lesson_id, state, started_at, updated_at) VALUES ($1, $2, $3, now(), now())`,
        },
        [
          enrolmentId,
          lesson.id,
          {
            metBlockIds: [],
            watched: {},
            answers: {},
            position: { blockId: check?.id, at: at(30), eventId: randomUUID() },
          },
        ],
      );
      const answer = send(other, enrolmentId, lesson.id, eventsFor(lesson)).then(({ status }) => status);
      await untilWaiting(test, 1);
      // In an object, because the transaction would wait for a promise, and that one waits for it.
      return { finishing: answer };
    });
    expect(await finishing).toBe(200);
    const { body } = await send(client, enrolmentId, lesson.id, [position(text?.id ?? '', 2)]);
    expect(body.progress.positionBlockId).toBe(check?.id);
    expect(body.progress.doneAt).not.toBeNull();
  });

  it('the device that finishes the last two lessons on two screens at once completes the course once', async () => {
    const lessons = [contentLesson(), contentLesson()];
    const course = await createCourse(test, {
      document: courseDocument({ modules: [{ id: randomUUID(), title: { vi: 'P', en: 'P' }, lessons }] }),
    });
    const { client, enrolmentId } = await enrolled(course);
    await Promise.all(lessons.map((lesson) => send(client, enrolmentId, lesson.id, eventsFor(lesson))));
    const { body } = await client.get(`/enrolments/${enrolmentId}`);
    expect(body).toMatchObject({ percent: 100, steps: { done: 2, total: 2 }, resume: null });
    const row = await test.database.row<{ completion: { lessons: unknown[] }; completed_at: Date }>(
      { name: 'spec.completion', text: 'SELECT completion, completed_at FROM enrolment WHERE id = $1' },
      [enrolmentId],
    );
    expect(row?.completion.lessons).toHaveLength(2);
    expect(row?.completed_at.toISOString()).toBe(body.completedAt);
  });

  it('a completion date never moves, whatever is learned later', async () => {
    const course = await createCourse(test, {
      document: courseDocument({
        modules: [
          {
            id: randomUUID(),
            title: { vi: 'P', en: 'P' },
            lessons: [contentLesson([textBlock(), checkBlock()])],
          },
        ],
      }),
    });
    const { client, enrolmentId } = await enrolled(course);
    const lesson = contentLessons(course)[0] as ContentLesson;
    const { body } = await send(client, enrolmentId, lesson.id, eventsFor(lesson));
    test.clock.forward(60 * 24);
    const later = await send(client, enrolmentId, lesson.id, [answered(lesson.blocks[1]?.id ?? '', ['a1'])]);
    test.clock.run();
    expect(later.body.completedAt).toBe(body.completedAt);
  });

  it('refuses events of unknown blocks, of the wrong kind and with unknown options, and keeps none of the batch', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const lesson = contentLessons(course)[0] as ContentLesson;
    const [text, check] = lesson.blocks;
    const good = seen(text?.id ?? '');
    const cases: [object, string][] = [
      [seen(randomUUID()), 'progress.block-unknown'],
      [watched(text?.id ?? '', [[0, 5]]), 'progress.event-mismatch'],
      [answered(check?.id ?? '', ['zz']), 'progress.event-mismatch'],
      [watched(text?.id ?? '', [[5, 5]]), 'request.invalid'],
      [{ ...seen(text?.id ?? ''), extra: 1 }, 'request.invalid'],
      [{ ...seen(text?.id ?? ''), occurredAt: 'yesterday' }, 'request.invalid'],
    ];
    for (const [event, code] of cases)
      expect((await send(client, enrolmentId, lesson.id, [good, event])).body.code).toBe(code);
    expect((await send(client, enrolmentId, lesson.id, [])).status).toBe(400);
    expect(
      (
        await send(
          client,
          enrolmentId,
          lesson.id,
          Array.from({ length: 101 }, () => good),
        )
      ).status,
    ).toBe(400);
    expect(await rowOf(enrolmentId, lesson.id)).toBeUndefined();
  });

  it('a quiz takes no learning events', async () => {
    const { client, course, enrolmentId } = await enrolled();
    const quiz = course.document.modules[1]?.lessons[1]?.id ?? '';
    expect((await send(client, enrolmentId, quiz, [seen(randomUUID())])).body.code).toBe('lesson.not-found');
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
