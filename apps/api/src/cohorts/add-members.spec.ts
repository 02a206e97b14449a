import { beforeEach, describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { batXat, cohortPeople, hopThanh, laoCai } from '../../test/cohort-people.js';
import { createCohort } from '../../test/cohorts.js';
import { createEnrolment } from '../../test/enrolments.js';
import { createOrganisation } from '../../test/factories.js';

const test = useTestApp();
const { coordinatorOf, personIn, enrolmentOf } = cohortPeople(test);

beforeEach(() => test.clock.set('2026-11-21T02:41:00.000Z'));

describe('adding people to a cohort', () => {
  it('enrols them in the published version with all its steps', async () => {
    const cohort = await createCohort(test);
    const person = await personIn(hopThanh);
    const added = await (
      await coordinatorOf()
    )
      .post(`/cohorts/${cohort.id}/members`)
      .send({ personIds: [person.id] });
    expect(added.body).toMatchObject({
      added: 1,
      already: 0,
      notFound: [],
      cohort: { funnel: { enrolled: 1, started: 0 } },
    });
    expect(await enrolmentOf(person.id, cohort.course.id)).toEqual([
      { versionId: cohort.course.versionId, stepsTotal: 3, enrolledAt: test.clock.now() },
    ]);
  });

  it('takes e-mails and phones as people write them, and says which are unknown or malformed', async () => {
    const cohort = await createCohort(test);
    const mail = await personIn(hopThanh, { email: 'chi.hanh@laocai.example' });
    const phone = await personIn(batXat, { phone: '+84912345678' });
    const neighbour = await personIn('c-00004', { email: 'hang.xom@hanoi.example' });
    const logins = [
      ' Chi.Hanh@LaoCai.example',
      '0912.345.678',
      '0912 345 678',
      'hang.xom@hanoi.example',
      'nobody@x.example',
      'không phải',
    ];
    const added = await (
      await coordinatorOf()
    )
      .post(`/cohorts/${cohort.id}/members`)
      .send({ logins, personIds: [mail.id, neighbour.id] });
    expect(added.body).toMatchObject({ added: 2, already: 0 });
    expect(added.body.notFound).toEqual([
      { login: neighbour.id, reason: 'unknown' },
      { login: 'hang.xom@hanoi.example', reason: 'unknown' },
      { login: 'nobody@x.example', reason: 'unknown' },
      { login: 'không phải', reason: 'malformed' },
    ]);
    expect(await enrolmentOf(neighbour.id, cohort.course.id)).toEqual([]);
    expect(await enrolmentOf(phone.id, cohort.course.id)).toHaveLength(1);
  });

  it('of an organisation takes only its own people', async () => {
    const organisation = await createOrganisation(test, { placeId: laoCai });
    const cohort = await createCohort(test, { organisationId: organisation.id });
    const own = await personIn(hopThanh, { organisationId: organisation.id });
    const other = await personIn(hopThanh);
    const coordinator = await coordinatorOf({ organisationId: organisation.id });
    const added = await coordinator
      .post(`/cohorts/${cohort.id}/members`)
      .send({ personIds: [own.id, other.id] });
    expect(added.body).toMatchObject({ added: 1, notFound: [{ login: other.id, reason: 'unknown' }] });
    const { body } = await coordinator.get(`/cohorts/${cohort.id}/candidates`).query({ q: '' });
    expect(body.items).toEqual([]);
  });

  it('changes nothing when it is done again, and keeps an enrolment that was there before', async () => {
    const cohort = await createCohort(test);
    const person = await personIn(hopThanh);
    await createEnrolment(
      test,
      { personId: person.id, course: cohort.course },
      { startedAt: new Date('2026-11-02T00:00:00Z'), stepsDone: 2 },
    );
    const coordinator = await coordinatorOf();
    const add = () =>
      coordinator.post(`/cohorts/${cohort.id}/members`).send({ personIds: [person.id, person.id] });
    expect((await add()).body).toMatchObject({
      added: 1,
      already: 0,
      cohort: { funnel: { enrolled: 1, started: 1 } },
    });
    expect((await add()).body).toMatchObject({
      added: 0,
      already: 1,
      cohort: { funnel: { enrolled: 1, started: 1 } },
    });
    const { body } = await coordinator.get(`/cohorts/${cohort.id}/members`);
    expect(body.items).toMatchObject([
      { personId: person.id, steps: { done: 2, total: 3 }, percent: 67, status: 'learning' },
    ]);
  });

  it('counts each person once when the same list is pasted several times at once', async () => {
    const cohort = await createCohort(test);
    const people = await Promise.all(Array.from({ length: 20 }, () => personIn(hopThanh)));
    const coordinator = await coordinatorOf();
    const ids = people.map((person) => person.id);
    const answers = await Promise.all(
      [ids, [...ids].reverse(), ids, [...ids].reverse()].map((personIds) =>
        coordinator.post(`/cohorts/${cohort.id}/members`).send({ personIds }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(answers.reduce((sum, answer) => sum + Number(answer.body.added), 0)).toBe(20);
    expect((await coordinator.get(`/cohorts/${cohort.id}`)).body.funnel.enrolled).toBe(20);
  });

  it('is refused for too many, for wrong ids and for unknown fields', async () => {
    const cohort = await createCohort(test);
    const coordinator = await coordinatorOf();
    const path = `/cohorts/${cohort.id}/members`;
    for (const body of [
      { logins: Array(2_001).fill('a@b.example') },
      { personIds: ['1'] },
      { logins: [''] },
      { everybody: true },
    ]) {
      expect((await coordinator.post(path).send(body)).status).toBe(400);
    }
    expect(
      (
        await coordinator
          .post(path)
          .send({ logins: Array.from({ length: 2_000 }, (_, index) => `x${index}@b.example`) })
      ).body.notFound,
    ).toHaveLength(2_000);
    expect((await coordinator.post(path).send({})).body).toMatchObject({
      added: 0,
      already: 0,
      notFound: [],
    });
  });
});

describe('candidates', () => {
  it('are people of the place who are not members, by name without accents or whole login, logins masked', async () => {
    const cohort = await createCohort(test, { placeId: batXat });
    const hoa = await personIn(batXat, { fullName: 'Lò Thị Hòa Bát', email: 'hoa.bat@laocai.example' });
    const phone = await personIn(batXat, { fullName: 'Sùng A Bát', phone: '+84987654321' });
    await personIn(hopThanh, { fullName: 'Lò Thị Hòa Bát' });
    const coordinator = await coordinatorOf();
    const found = async (q: string) =>
      (await coordinator.get(`/cohorts/${cohort.id}/candidates`).query({ q })).body.items;
    expect(await found('hoa bat')).toMatchObject([
      {
        id: hoa.id,
        fullName: 'Lò Thị Hòa Bát',
        loginMasked: 'h***@laocai.example',
        place: { id: batXat, fullName: 'Xã Bát Xát' },
        grants: [],
      },
    ]);
    expect(JSON.stringify(await found('hoa bat'))).not.toContain('hoa.bat');
    expect((await found('0987 654 321')).map((item: { id: string }) => item.id)).toEqual([phone.id]);
    expect((await found('098765')).length).toBe(0);
    await coordinator.post(`/cohorts/${cohort.id}/members`).send({ personIds: [hoa.id] });
    expect(await found('hoa bat')).toEqual([]);
  });

  it('show exact accents first', async () => {
    const cohort = await createCohort(test, { placeId: 'c-02686' });
    for (const fullName of ['Nguyễn Văn An', 'Nguyễn Văn Ân', 'Nguyễn Văn Ấn'])
      await personIn('c-02686', { fullName });
    const coordinator = await coordinatorOf();
    const { body } = await coordinator.get(`/cohorts/${cohort.id}/candidates`).query({ q: 'Văn Ấn' });
    expect(body.items.map((item: { fullName: string }) => item.fullName)[0]).toBe('Nguyễn Văn Ấn');
    expect(body.items).toHaveLength(3);
  });
});

describe('taking a person off a cohort', () => {
  it('happens once, keeps the enrolment, and can be undone by adding again', async () => {
    const cohort = await createCohort(test);
    const person = await personIn(hopThanh);
    const coordinator = await coordinatorOf();
    const path = `/cohorts/${cohort.id}/members`;
    await coordinator.post(path).send({ personIds: [person.id] });
    const removals = await Promise.all([1, 2].map(() => coordinator.delete(`${path}/${person.id}`)));
    expect(removals.map((removal) => removal.status).sort()).toEqual([204, 404]);
    expect(removals.find((removal) => removal.status === 404)?.body.code).toBe('person.not-found');
    expect((await coordinator.get(path)).body).toMatchObject({ items: [], total: 0 });
    expect((await coordinator.get(`/cohorts/${cohort.id}`)).body.funnel.enrolled).toBe(0);
    expect(await enrolmentOf(person.id, cohort.course.id)).toHaveLength(1);
    expect((await coordinator.post(path).send({ personIds: [person.id] })).body).toMatchObject({
      added: 1,
      cohort: { funnel: { enrolled: 1 } },
    });
  });
});
