import { describe, expect, it } from '@jest/globals';
import type { Draft } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import { createDesk, publish, read, retitled, save } from '../../test/studio.js';

describe('publishing', () => {
  const test = useTestApp();
  const desk = () => createDesk(test);

  async function changed() {
    const found = await desk();
    await save(found.client, found.course, retitled(found.course.document, 'Bản hai'));
    return found;
  }

  it('makes the next version, and the course page shows it at once', async () => {
    const { client, course } = await changed();
    expect((await test.visitor.get('/courses')).status).toBe(200);
    const answer = await publish(client, course, 2);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      changes: [],
      course: { publishedNumber: 2, hasUnpublishedChanges: false },
    });
    expect(answer.body.versions.map((version: { number: number }) => version.number)).toEqual([2, 1]);
    expect((await test.visitor.get(`/courses/${course.slug}`)).body).toMatchObject({
      versionNumber: 2,
      title: { vi: 'Bản hai' },
    });
    const { items } = (await test.visitor.get('/courses?limit=200')).body;
    expect(items.find((card: { id: string }) => card.id === course.id).title.vi).toBe('Bản hai');
  });

  it('publishes once when two press at once', async () => {
    const { client, course } = await changed();
    const answers = await Promise.all([1, 2, 3, 4].map(() => publish(client, course, 2)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.filter((answer) => answer.status === 409).map((answer) => answer.body.code)).toEqual(
      Array(3).fill('draft.unchanged'),
    );
    expect((await read(client, course)).versions).toHaveLength(2);
  });

  it('refuses a draft that somebody has changed since', async () => {
    const { client, course } = await changed();
    expect((await publish(client, course, 1)).body.code).toBe('draft.changed');
  });

  it('refuses a draft that is published already', async () => {
    const { client, course } = await desk();
    expect((await publish(client, course, 1)).body.code).toBe('draft.unchanged');
  });

  it('refuses a draft with gaps and names them', async () => {
    const { client, course } = await desk();
    await save(client, course, { ...course.document, outcomes: [], modules: [] });
    const answer = await publish(client, course, 2);
    expect(answer.body).toMatchObject({
      code: 'draft.incomplete',
      issues: [{ message: 'no-outcomes' }, { message: 'no-modules' }],
    });
  });

  it('leaves learners their version, and says how many are on each', async () => {
    const { client, course } = await changed();
    const { id } = await createPerson(test);
    const insert =
      'INSERT INTO enrolment (person_id, course_id, version_id, enrolled_at, steps_total) VALUES ($1, $2, $3, now(), 2)';
    await test.database.pool().query(insert, [id, course.id, course.versionId]);
    const draft: Draft = (await publish(client, course, 2)).body;
    expect(draft.versions.map(({ number, learnerCount }) => [number, learnerCount])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    const kept = await test.database
      .pool()
      .query('SELECT document FROM course_version WHERE id = $1', [course.versionId]);
    expect(kept.rows[0].document).toEqual(course.document);
  });

  it('tells versions apart', async () => {
    const { client, course } = await changed();
    await publish(client, course, 2);
    const second = (await client.get(`/studio/courses/${course.id}/versions/2/changes`)).body;
    expect(second.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'changed',
          field: 'title',
          after: expect.stringContaining('Bản hai'),
        }),
      ]),
    );
    const first = (await client.get(`/studio/courses/${course.id}/versions/1/changes`)).body;
    expect(first.changes.every((change: { kind: string }) => change.kind === 'added')).toBe(true);
    expect((await client.get(`/studio/courses/${course.id}/versions/3/changes`)).body.code).toBe(
      'course.not-found',
    );
  });
});
