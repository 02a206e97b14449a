import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CohortRow } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import { cohortPeople, haNoi, hopThanh, laoCai, unknownId, window } from '../../test/cohort-people.js';
import { createCohort } from '../../test/cohorts.js';
import { createCourse, createOrganisation, createPerson } from '../../test/factories.js';

const test = useTestApp();
const { coordinatorOf, personIn, enrolmentOf } = cohortPeople(test);

beforeEach(() => test.clock.set('2026-11-21T02:41:00.000Z'));

describe('opening a cohort', () => {
  it('is done by a coordinator in the own province or a commune of it', async () => {
    const course = await createCourse(test);
    const coordinator = await coordinatorOf();
    for (const placeId of [laoCai, hopThanh]) {
      const made = await coordinator
        .post('/cohorts')
        .send({ name: 'Đợt 1', courseId: course.id, placeId, ...window });
      expect(made.status).toBe(200);
      expect(made.body).toMatchObject({
        name: 'Đợt 1',
        courseSlug: course.slug,
        courseTitle: course.document.title,
        place: { id: placeId },
        organisation: null,
        ...window,
        funnel: { enrolled: 0, started: 0, completed: 0, certified: 0 },
        byCommune: [],
        byOrganisation: [],
        evaluatedAt: '2026-11-21T02:41:00.000Z',
        abilities: { addMembers: true, removeMembers: true, export: true, edit: true },
      });
    }
  });

  it('is refused outside the own scope, in the neighbour province, above it and in a province that has ended', async () => {
    const course = await createCourse(test);
    const coordinator = await coordinatorOf();
    for (const placeId of [haNoi, 'c-00004', 'vn', 'p63-10']) {
      const refused = await coordinator
        .post('/cohorts')
        .send({ name: 'Đợt 1', courseId: course.id, placeId, ...window });
      expect([placeId, refused.status, refused.body.code]).toEqual([placeId, 422, 'cohort.scope-invalid']);
    }
    const everywhere = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
    const ended = await everywhere
      .post('/cohorts')
      .send({ name: 'Đợt 1', courseId: course.id, placeId: 'p63-10', ...window });
    expect(ended.body.code).toBe('cohort.scope-invalid');
  });

  it('stands in the place of its organisation, which must lie in the place that was named', async () => {
    const course = await createCourse(test);
    const organisation = await createOrganisation(test, { placeId: hopThanh });
    const coordinator = await coordinatorOf({ organisationId: organisation.id });
    const body = {
      name: 'Đợt 1',
      courseId: course.id,
      placeId: laoCai,
      organisationId: organisation.id,
      ...window,
    };
    const made = await coordinator.post('/cohorts').send(body);
    expect(made.body).toMatchObject({
      place: { id: hopThanh },
      organisation: { id: organisation.id, name: organisation.name },
    });
    expect((await coordinator.post('/cohorts').send({ ...body, placeId: haNoi })).body.code).toBe(
      'cohort.scope-invalid',
    );
    expect((await coordinator.post('/cohorts').send({ ...body, organisationId: null })).body.code).toBe(
      'cohort.scope-invalid',
    );
    expect((await coordinator.post('/cohorts').send({ ...body, organisationId: unknownId })).body.code).toBe(
      'organisation.not-found',
    );
  });

  it('wants a window that opens before it closes, a place and a published course', async () => {
    const course = await createCourse(test);
    const draft = await createCourse(test);
    await test.database.rows(
      { name: 'test.unpublish', text: 'UPDATE course SET published_version_id = NULL WHERE id = $1' },
      [draft.id],
    );
    const coordinator = await coordinatorOf();
    const body = { name: 'Đợt 1', courseId: course.id, placeId: laoCai, ...window };
    const codeOf = async (wish: object) =>
      (await coordinator.post('/cohorts').send({ ...body, ...wish })).body.code;
    expect(await codeOf({ closesAt: window.opensAt })).toBe('cohort.window-invalid');
    expect(await codeOf({ opensAt: '2027-01-01T00:00:00.000Z' })).toBe('cohort.window-invalid');
    expect(await codeOf({ courseId: unknownId })).toBe('course.not-found');
    expect(await codeOf({ courseId: draft.id })).toBe('course.not-published');
    expect(await codeOf({ placeId: 'c-99999' })).toBe('place.not-found');
    for (const wish of [
      { name: '' },
      { name: 'x'.repeat(161) },
      { placeId: 'vn.p15' },
      { opensAt: 'hôm nay' },
      { id: unknownId },
      { name: 'a\u0000b' },
    ]) {
      expect(await codeOf(wish)).toBe('request.invalid');
    }
    expect(
      await codeOf({ opensAt: '0000-01-01T00:00:00.000Z', closesAt: '9999-12-31T00:00:00.000Z' }),
    ).toBeUndefined();
  });
});

describe('the scope of a cohort', () => {
  const calls = (client: Client, cohortId: string, personId: string) => [
    client.get(`/cohorts/${cohortId}`),
    client.get(`/cohorts/${cohortId}/members`),
    client.get(`/cohorts/${cohortId}/candidates?q=an`),
    client.post(`/cohorts/${cohortId}/members`).send({ personIds: [personId] }),
    client.get(`/cohorts/${cohortId}/members.csv`),
    client.delete(`/cohorts/${cohortId}/members/${personId}`),
  ];

  it('is the own province and everything below it, on every endpoint', async () => {
    const person = await personIn(hopThanh);
    for (const placeId of [laoCai, hopThanh]) {
      const cohort = await createCohort(test, { placeId });
      const coordinator = await coordinatorOf();
      for (const call of calls(coordinator, cohort.id, person.id))
        expect((await call).status).toBeLessThan(300);
    }
  });

  it('does not exist for the neighbour province, the commune below, another organisation and a trainer', async () => {
    const person = await personIn(hopThanh);
    const cohort = await createCohort(test);
    const organisation = await createOrganisation(test, { placeId: laoCai });
    const strangers = [
      await coordinatorOf({ placeId: haNoi }),
      await coordinatorOf({ placeId: hopThanh }),
      await coordinatorOf({ organisationId: organisation.id }),
      await test.as(
        await createPerson(test, {
          roles: [
            { role: 'trainer', placeId: laoCai },
            { role: 'coordinator', placeId: haNoi },
          ],
        }),
      ),
    ];
    for (const stranger of strangers) {
      for (const call of calls(stranger, cohort.id, person.id)) {
        const hidden = await call;
        expect([hidden.status, hidden.body.code]).toEqual([404, 'cohort.not-found']);
      }
      expect((await stranger.get('/cohorts')).body.items.map((item: CohortRow) => item.id)).not.toContain(
        cohort.id,
      );
    }
    expect(await enrolmentOf(person.id, cohort.course.id)).toEqual([]);
  });

  it('of an organisation is open to its own coordinator and to those of its place', async () => {
    const organisation = await createOrganisation(test, { placeId: laoCai });
    const cohort = await createCohort(test, { organisationId: organisation.id });
    for (const scope of [{ organisationId: organisation.id }, { placeId: laoCai }, { placeId: 'vn' }]) {
      expect((await (await coordinatorOf(scope)).get(`/cohorts/${cohort.id}`)).status).toBe(200);
    }
  });

  it('is closed to learners and visitors, whatever the id', async () => {
    const learner = await test.as(await createPerson(test));
    for (const call of calls(learner, unknownId, unknownId)) expect((await call).status).toBe(403);
    for (const call of calls(test.visitor, unknownId, unknownId)) expect((await call).status).toBe(401);
    for (const call of calls(await coordinatorOf(), unknownId, unknownId))
      expect((await call).status).toBe(404);
    for (const call of calls(await coordinatorOf(), 'x', unknownId)) expect((await call).status).toBe(400);
  });
});

describe('where a cohort may be opened', () => {
  const scopeOf = async (
    roles: { role: 'trainer' | 'coordinator' | 'admin'; placeId?: string; organisationId?: string }[],
  ) => (await (await test.as(await createPerson(test, { roles }))).get('/cohorts')).body.scope;

  it('is told with the list: each place and organisation that is coordinated or administered, once', async () => {
    const organisation = await createOrganisation(test, { placeId: haNoi });
    const scope = await scopeOf([
      { role: 'coordinator', placeId: laoCai },
      { role: 'admin', placeId: laoCai },
      { role: 'coordinator', placeId: hopThanh },
      { role: 'trainer', placeId: haNoi },
      { role: 'coordinator', organisationId: organisation.id },
    ]);
    expect(scope).toEqual({
      places: [
        { id: hopThanh, fullName: 'Xã Hợp Thành' },
        { id: laoCai, fullName: 'Tỉnh Lào Cai' },
      ],
      organisations: [{ id: organisation.id, name: organisation.name }],
    });
    expect((await scopeOf([{ role: 'admin' }])).places).toEqual([{ id: 'vn', fullName: 'Việt Nam' }]);
  });

  it('is nowhere in a place or organisation that has ended', async () => {
    const organisation = await createOrganisation(test, { placeId: laoCai });
    const text = `UPDATE organisation SET valid_to = '2026-01-01' WHERE id = $1`;
    await test.database.rows({ name: 'test.end-organisation', text }, [organisation.id]);
    const scope = await scopeOf([
      { role: 'coordinator', placeId: 'p63-10' },
      { role: 'coordinator', organisationId: organisation.id },
    ]);
    expect(scope).toEqual({ places: [], organisations: [] });
  });
});

describe('the list of cohorts', () => {
  it('holds the own ones, the one that closes last first, found without accents, in pages without loss', async () => {
    const place = 'p34-24';
    const names = ['Đợt một', 'Đợt hai', 'Lớp Hợp Thành', 'Đợt 100%'];
    for (const [index, name] of names.entries())
      await createCohort(test, {
        name,
        placeId: place,
        closesAt: `2026-12-0${index < 2 ? 1 : index + 1}T00:00:00Z`,
      });
    const coordinator = await coordinatorOf({ placeId: place });
    const all = (await coordinator.get('/cohorts')).body.items.map((item: CohortRow) => item.name);
    expect(all.slice(0, 2)).toEqual(['Đợt 100%', 'Lớp Hợp Thành']);
    expect([...all].sort()).toEqual([...names].sort());
    const first = (await coordinator.get('/cohorts').query({ limit: 3 })).body;
    const second = (await coordinator.get('/cohorts').query({ limit: 3, cursor: first.next })).body;
    expect([...first.items, ...second.items].map((item: CohortRow) => item.name)).toEqual(all);
    expect(second.next).toBeNull();
    const found = async (q: string) =>
      (await coordinator.get('/cohorts').query({ q })).body.items.map((item: CohortRow) => item.name);
    expect(await found('hop thanh')).toEqual(['Lớp Hợp Thành']);
    expect(await found('%')).toEqual(['Đợt 100%']);
    expect((await coordinator.get('/cohorts').query({ cursor: 'abc' })).status).toBe(400);
  });
});
