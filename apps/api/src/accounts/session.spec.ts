import { describe, expect, it, jest } from '@jest/globals';
import { startTestApp, useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import type { Database } from '../platform/database/database.js';
import { hashPassword } from './passwords.js';
import { SessionStore } from './session-store.js';

const password = 'đúng mật khẩu';

describe('a session', () => {
  const test = useTestApp();

  it('is nobody for a visitor and for a made-up cookie', async () => {
    expect((await test.visitor.get('/session')).body).toEqual({ me: null });
    const response = await test.visitor.get('/session').set('Cookie', 'onetouch_session=made-up');
    expect([response.status, response.body]).toEqual([200, { me: null }]);
  });

  it('ends by signing out, and signing out again does no harm', async () => {
    const client = await test.as(await createPerson(test));
    expect((await client.get('/session')).body.me).not.toBeNull();
    const out = await client.delete('/session');
    expect(out.status).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/^onetouch_session=;.*Path=\//);
    expect((await client.get('/session')).body.me).toBeNull();
    expect((await client.delete('/session')).status).toBe(204);
    expect((await test.visitor.delete('/session')).status).toBe(204);
  });

  it('ends on every device at once, and nobody else is signed out', async () => {
    const person = await createPerson(test);
    const devices = await Promise.all([test.as(person), test.as(person), test.as(person)]);
    const stranger = await test.as(await createPerson(test));
    for (const device of [...devices, stranger])
      expect((await device.get('/session')).body.me).not.toBeNull();
    expect((await devices[0]?.delete('/me/sessions'))?.status).toBe(204);
    for (const device of devices)
      expect((await device.get('/me/consents')).body.code).toBe('session.missing');
    expect((await stranger.get('/session')).body.me).not.toBeNull();
    expect((await test.visitor.delete('/me/sessions')).status).toBe(401);
  });

  it('ends on another instance within 30 seconds', async () => {
    const person = await createPerson(test);
    const here = test.get(SessionStore);
    const there = new SessionStore(test.database, test.clock);
    const token = await here.open(person.id, 'test');
    expect(await there.actorOf(token)).not.toBeNull();
    await here.endAll(person.id);
    expect(await here.actorOf(token)).toBeNull();
    expect(await there.actorOf(token)).not.toBeNull();
    const later = performance.now() + 30_001;
    const spy = jest.spyOn(performance, 'now').mockReturnValue(later);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await there.actorOf(token)).toBeNull();
    spy.mockRestore();
  });

  it('is not kept by a read that began before it ended', async () => {
    const person = await createPerson(test);
    const gate = Promise.withResolvers<void>();
    const wasRead = Promise.withResolvers<void>();
    const slow = Object.create(test.database) as Database;
    const token = await test.get(SessionStore).open(person.id, 'test');
    slow.rows = async (statement, values) => {
      const rows = await test.database.rows<never>(statement, values);
      if (statement.name !== 'accounts.find-sessions') return rows;
      wasRead.resolve();
      await gate.promise;
      return rows;
    };
    const store = new SessionStore(slow, test.clock);
    const reading = store.actorOf(token);
    await wasRead.promise;
    await store.endAll(person.id);
    gate.resolve();
    expect(await reading).not.toBeNull();
    expect(await store.actorOf(token)).toBeNull();
  });

  it('of many who come back at one moment is looked up once for all, and each is who they are', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => createPerson(test)));
    const tokens = await Promise.all(people.map(({ id }) => test.get(SessionStore).open(id, 'test')));
    const counting = Object.create(test.database) as Database;
    let queries = 0;
    counting.rows = (statement, values) => {
      queries += 1;
      return test.database.rows<never>(statement, values);
    };
    const store = new SessionStore(counting, test.clock);
    const actors = await Promise.all([...tokens, 'unknown', ...tokens].map((token) => store.actorOf(token)));
    const ids = people.map(({ id }) => id);
    expect(actors.map((actor) => actor?.personId)).toEqual([...ids, undefined, ...ids]);
    expect(queries).toBe(1);
  });

  it('runs out after 30 days', async () => {
    const person = await createPerson(test);
    const client = await test.as(person);
    test.clock.set(new Date(Date.now() + 30 * 86_400_000 + 1000));
    expect((await client.get('/me/consents')).status).toBe(401);
    test.clock.run();
    expect((await client.get('/me/consents')).status).toBe(200);
  });

  it('leaves no row behind: a day after it is over, sign-ins of others remove it, a few at a time', async () => {
    const { id } = await createPerson(test);
    const hours = (count: number) => new Date(test.clock.now().getTime() + count * 3_600_000);
    const text = `INSERT INTO session (token_hash, person_id, created_at, expires_at, ended_at)
      SELECT $1 || n, $2, $3, $4, $5 FROM generate_series(1, $6) n`;
    const old = (name: string, facts: { expires: number; ended?: number; count?: number }) =>
      test.database.source.query(text, [
        `${name}-`,
        id,
        hours(-2000),
        hours(facts.expires),
        facts.ended === undefined ? null : hours(facts.ended),
        facts.count ?? 1,
      ]);
    await old('ended-long-ago', { expires: 100, ended: -25, count: 8 });
    await old('ran-out-long-ago', { expires: -25, count: 8 });
    await old('ended-today', { expires: 100, ended: -23 });
    await old('ran-out-today', { expires: -23 });
    await old('open', { expires: 1 });
    const left = async () => {
      const rows = await test.database.source.query(
        'SELECT token_hash AS name FROM session WHERE person_id = $1 ORDER BY 1',
        [id],
      );
      return rows.map((row: { name: string }) => row.name);
    };
    const stranger = await createPerson(test);
    await test.as(stranger);
    expect(await left()).toHaveLength(9);
    await Promise.all([test.as(stranger), test.as(stranger)]);
    expect(await left()).toEqual(['ended-today-1', 'open-1', 'ran-out-today-1']);
  });

  it('of one application is not opened by the database of another', async () => {
    const other = await startTestApp();
    try {
      const created = await createPerson(other);
      await other.database.source.query('UPDATE person SET password_hash = $2 WHERE id = $1', [
        created.id,
        await hashPassword(password),
      ]);
      const body = { login: created.email, password };
      expect((await test.visitor.post('/session').send(body)).status).toBe(401);
      expect((await other.visitor.post('/session').send(body)).status).toBe(200);
    } finally {
      await other.stop();
    }
  });
});
