import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { type ContentLesson, SavedProgress } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import {
  checkBlock,
  contentLesson,
  courseDocument,
  createCourse,
  textBlock,
  videoBlock,
} from '../../test/factories.js';
import {
  answered,
  at,
  contentLessons,
  eventsFor,
  learning,
  position,
  seen,
  send,
  watched,
} from '../../test/learning.js';
import { untilWaiting } from '../../test/lock-waits.js';
import { LessonProgressStore } from './lesson-progress-store.js';

const test = useTestApp();
const { enrolled, rowOf } = learning(test);

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
