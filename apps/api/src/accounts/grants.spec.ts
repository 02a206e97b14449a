import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { useTestApp } from '../../test/app.js';
import { createOrganisation, createPerson } from '../../test/factories.js';

describe('a role', () => {
  const test = useTestApp();
  const countryAdmin = async () => test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
  const provinceAdmin = async (placeId = 'p34-15') =>
    test.as(await createPerson(test, { roles: [{ role: 'admin', placeId }] }));

  it('is granted by an admin of the country and holds at the next request of the person', async () => {
    const admin = await countryAdmin();
    const person = await createPerson(test);
    const client = await test.as(person);
    expect((await client.get('/people')).status).toBe(403);
    const response = await admin
      .post('/grants')
      .send({ personId: person.id, role: 'coordinator', scope: { placeId: 'p34-01' } });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      role: 'coordinator',
      place: { id: 'p34-01', fullName: 'Thành phố Hà Nội' },
      organisation: null,
    });
    expect((await client.get('/people')).status).toBe(200);
    const me = (await client.get('/session')).body.me;
    expect(me.grants).toEqual([response.body]);
    expect(me.abilities).toEqual({ author: false, coordinate: true, administer: false });
  });

  it('is held in an organisation too, but nobody administers an organisation', async () => {
    const admin = await countryAdmin();
    const person = await createPerson(test);
    const organisation = await createOrganisation(test, { name: 'Trường Chính trị' });
    const grant = (role: string) =>
      admin.post('/grants').send({ personId: person.id, role, scope: { organisationId: organisation.id } });
    expect((await grant('trainer')).body).toMatchObject({
      place: null,
      organisation: { id: organisation.id, name: 'Trường Chính trị' },
    });
    expect((await grant('coordinator')).status).toBe(200);
    const refused = await grant('admin');
    expect([refused.status, refused.body.code]).toEqual([422, 'grant.scope-invalid']);
  });

  it('is offered with the list of people: what an admin may grant, and nothing to a coordinator', async () => {
    const grantable = async (client: Awaited<ReturnType<typeof test.as>>) =>
      (await client.get('/people').query({ limit: 1 })).body.grantable;
    expect(await grantable(await provinceAdmin())).toEqual({
      roles: [
        { role: 'trainer', scopes: ['place', 'organisation'] },
        { role: 'coordinator', scopes: ['place', 'organisation'] },
        { role: 'admin', scopes: ['place'] },
      ],
      places: [{ id: 'p34-15', fullName: 'Tỉnh Lào Cai' }],
    });
    const coordinator = await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-15' }] });
    expect(await grantable(await test.as(coordinator))).toEqual({ roles: [], places: [] });
  });

  it('is held once, however often it is granted at once, and can be granted again after it was revoked', async () => {
    const admin = await countryAdmin();
    const person = await createPerson(test);
    const send = () =>
      admin.post('/grants').send({ personId: person.id, role: 'trainer', scope: { placeId: 'p34-15' } });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((answer) => answer.body.code ?? 'granted').sort()).toEqual([
      'grant.exists',
      'grant.exists',
      'granted',
    ]);
    const granted = answers.find((answer) => answer.status === 200)?.body.id;
    expect((await admin.delete(`/grants/${granted}`)).status).toBe(204);
    expect((await send()).status).toBe(200);
    const rows = await test.database.source.query(
      'SELECT revoked_by IS NOT NULL AS revoked FROM role_grant WHERE person_id = $1 ORDER BY granted_at',
      [person.id],
    );
    expect(rows).toEqual([{ revoked: true }, { revoked: false }]);
  });

  it('is not granted in places that have ended or are unknown, nor to unknown people or organisations', async () => {
    const admin = await countryAdmin();
    const person = await createPerson(test);
    const codeOf = async (change: object) =>
      (
        await admin
          .post('/grants')
          .send({ personId: person.id, role: 'trainer', scope: { placeId: 'p34-15' }, ...change })
      ).body.code;
    expect(await codeOf({ scope: { placeId: 'p63-15' } })).toBe('grant.scope-invalid');
    expect(await codeOf({ scope: { placeId: 'c-99999' } })).toBe('place.not-found');
    expect(await codeOf({ scope: { organisationId: randomUUID() } })).toBe('organisation.not-found');
    expect(await codeOf({ personId: randomUUID() })).toBe('person.not-found');
    expect(await codeOf({ role: 'root' })).toBe('request.invalid');
    expect(await codeOf({ scope: { placeId: 'vn', organisationId: randomUUID() } })).toBe('request.invalid');
  });

  it('is granted only within the own scope and to people of it', async () => {
    const admin = await provinceAdmin();
    const own = await createPerson(test, { placeId: 'p34-15' });
    const stranger = await createPerson(test, { placeId: 'p34-24' });
    const organisation = await createOrganisation(test, { placeId: 'p34-24' });
    const send = async (personId: string, scope: object) => {
      const response = await admin.post('/grants').send({ personId, role: 'coordinator', scope });
      return [response.status, response.body.code];
    };
    expect(await send(own.id, { placeId: 'vn' })).toEqual([403, 'access.denied']);
    expect(await send(own.id, { placeId: 'p34-24' })).toEqual([403, 'access.denied']);
    expect(await send(own.id, { organisationId: organisation.id })).toEqual([403, 'access.denied']);
    expect(await send(stranger.id, { placeId: 'p34-15' })).toEqual([404, 'person.not-found']);
    expect((await send(own.id, { placeId: 'p34-15' }))[0]).toBe(200);
  });

  it('of admin in a place does not follow from coordinating it', async () => {
    const both = await createPerson(test, {
      roles: [
        { role: 'admin', placeId: 'p34-24' },
        { role: 'coordinator', placeId: 'p34-15' },
      ],
    });
    const person = await createPerson(test, { placeId: 'p34-15' });
    const client = await test.as(both);
    const response = await client
      .post('/grants')
      .send({ personId: person.id, role: 'admin', scope: { placeId: 'p34-15' } });
    expect([response.status, response.body.code]).toEqual([403, 'access.denied']);
  });

  it('is neither granted nor revoked by coordinators, trainers, learners or visitors', async () => {
    const person = await createPerson(test, { roles: [{ role: 'trainer', placeId: 'p34-01' }] });
    const [grant] = await test.database.source.query('SELECT id FROM role_grant WHERE person_id = $1', [
      person.id,
    ]);
    const body = { personId: person.id, role: 'coordinator', scope: { placeId: 'p34-01' } };
    for (const roles of [[{ role: 'coordinator' as const }], [{ role: 'trainer' as const }], []]) {
      const client = await test.as(await createPerson(test, { roles }));
      expect((await client.post('/grants').send(body)).status).toBe(403);
      expect((await client.delete(`/grants/${grant.id}`)).status).toBe(403);
    }
    expect((await test.visitor.post('/grants').send(body)).status).toBe(401);
    expect((await test.visitor.delete(`/grants/${grant.id}`)).status).toBe(401);
  });

  it('is revoked once, ends at the next request, and is not found by an admin of another province', async () => {
    const person = await createPerson(test, {
      placeId: 'p34-15',
      roles: [{ role: 'coordinator', placeId: 'p34-15' }],
    });
    const [grant] = await test.database.source.query('SELECT id FROM role_grant WHERE person_id = $1', [
      person.id,
    ]);
    const client = await test.as(person);
    expect((await client.get('/people')).status).toBe(200);
    const neighbour = await provinceAdmin('p34-24');
    expect((await neighbour.delete(`/grants/${grant.id}`)).body.code).toBe('grant.not-found');
    const admin = await provinceAdmin();
    const answers = await Promise.all([
      admin.delete(`/grants/${grant.id}`),
      admin.delete(`/grants/${grant.id}`),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 404]);
    expect((await client.get('/people')).status).toBe(403);
    expect((await admin.delete(`/grants/${randomUUID()}`)).body.code).toBe('grant.not-found');
    expect((await admin.delete('/grants/1')).body.code).toBe('request.invalid');
  });
});

describe('the admins of the country', () => {
  const test = useTestApp();

  async function admin(isDemonstration = false) {
    const person = await createPerson(test, { roles: [{ role: 'admin' }] });
    if (isDemonstration)
      await test.database.source.query('UPDATE person SET is_demonstration = true WHERE id = $1', [
        person.id,
      ]);
    const [grant] = await test.database.source.query('SELECT id FROM role_grant WHERE person_id = $1', [
      person.id,
    ]);
    return { client: await test.as(person), grantId: String(grant.id) };
  }

  it('never become none: of two who revoke each other at once one stays, and a demonstration account does not count', async () => {
    const demonstration = await admin(true);
    for (let round = 0; round < 5; round += 1) {
      await test.database.source.query(
        `UPDATE role_grant g SET revoked_at = now() FROM person p WHERE p.id = g.person_id AND NOT p.is_demonstration`,
      );
      const [one, two] = [await admin(), await admin()];
      const answers = await Promise.all([
        one.client.delete(`/grants/${two.grantId}`),
        two.client.delete(`/grants/${one.grantId}`),
      ]);
      expect(answers.map((answer) => answer.status).sort()).not.toEqual([204, 204]);
      const left = await test.database.source.query(
        `SELECT g.id FROM role_grant g JOIN person p ON p.id = g.person_id WHERE g.role = 'admin' AND g.revoked_at IS NULL AND NOT p.is_demonstration`,
      );
      expect(left).toHaveLength(1);
      const last = await demonstration.client.delete(`/grants/${left[0].id}`);
      expect([last.status, last.body.code]).toEqual([409, 'grant.last-admin']);
    }
  });
});
