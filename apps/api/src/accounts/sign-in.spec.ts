import { describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp, useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import type { Database } from '../platform/database/database.js';
import { Throttle } from '../platform/throttle.js';
import { hashPassword } from './passwords.js';
import { SessionStore } from './session-store.js';

const password = 'đúng mật khẩu';

describe('signing in', () => {
  const test = useTestApp({ ONETOUCH_TRUSTED_PROXIES: '1' });

  async function person(app: TestApp = test): Promise<{ id: string; email: string }> {
    const created = await createPerson(app);
    await app.database.source.query('UPDATE person SET password_hash = $2 WHERE id = $1', [
      created.id,
      await hashPassword(password),
    ]);
    return { id: created.id, email: created.email ?? '' };
  }
  const signIn = (login: string, typed = password, address = '203.0.113.9') =>
    test.visitor.post('/session').set('X-Forwarded-For', address).send({ login, password: typed });
  const cookieOf = (response: { headers: Record<string, unknown> }) =>
    String(response.headers['set-cookie']).split(';')[0] ?? '';

  it('answers the person and sets a cookie that is not Secure on plain http', async () => {
    const { id, email } = await person();
    const response = await signIn(` ${email.toUpperCase()} `);
    expect([response.status, response.body.id]).toEqual([200, id]);
    expect(String(response.headers['set-cookie'])).not.toContain('Secure');
    expect((await test.visitor.get('/session').set('Cookie', cookieOf(response))).body.me.id).toBe(id);
  });

  it('works with a phone number in any spelling, and with accents typed in another form', async () => {
    const { id } = await person();
    await test.database.source.query(`UPDATE person SET phone = '+84987654321' WHERE id = $1`, [id]);
    expect((await signIn('0987 654 321', password.normalize('NFD'))).body.id).toBe(id);
  });

  it('refuses a wrong password and an unknown login with the same answer after the same work', async () => {
    const { email } = await person();
    // Processor time of the whole process, hashing threads included: another busy programme does not change it.
    const measured = async (login: string) => {
      const start = process.cpuUsage();
      const response = await signIn(login, 'sai mật khẩu');
      const { user, system } = process.cpuUsage(start);
      const { requestId: _own, ...body } = response.body;
      const answer = { status: response.status, body, cookie: response.headers['set-cookie'] };
      return { answer, work: user + system };
    };
    // The least of several: what else the process tidies up meanwhile is not the work of signing in.
    const leastWork = async (loginOf: () => string) => {
      const all = [await measured(loginOf()), await measured(loginOf()), await measured(loginOf())];
      return { answers: all.map(({ answer }) => answer), work: Math.min(...all.map(({ work }) => work)) };
    };
    await measured(email);
    const wrong = await leastWork(() => email);
    const unknown = await leastWork(() => `${randomUUID()}@example.test`);
    const [wrongAnswer] = wrong.answers;
    expect(unknown.answers).toEqual(wrong.answers);
    expect(wrongAnswer).toMatchObject({
      status: 401,
      body: { code: 'session.wrong-credentials' },
      cookie: undefined,
    });
    expect(unknown.work).toBeGreaterThan(wrong.work / 4);
  });

  it('answers everybody their own person when many sign in at once, and nobody with a wrong password', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => person()));
    const answers = await Promise.all(
      people.flatMap(({ email }) => [signIn(email), signIn(email, 'sai'), signIn(email)]),
    );
    const seen = answers.map((answer) => answer.body.id ?? answer.body.code);
    expect(seen).toEqual(people.flatMap(({ id }) => [id, 'session.wrong-credentials', id]));
  });

  it('is refused for an account without a usable password', async () => {
    const created = await createPerson(test);
    expect((await signIn(created.email ?? '', '!')).status).toBe(401);
  });

  it('ends the session that the browser had before', async () => {
    const { email } = await person();
    const first = cookieOf(await signIn(email));
    await test.visitor.post('/session').set('Cookie', first).send({ login: email, password });
    expect((await test.visitor.get('/session').set('Cookie', first)).body).toEqual({ me: null });
  });

  it('is closed to one address after ten wrong passwords at an account, and stays open to others and for other accounts', async () => {
    const { email } = await person();
    const neighbour = await person();
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn(email, 'sai')));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(4);
    const refused = await signIn(email);
    expect([refused.status, refused.body.code]).toEqual([429, 'request.throttled']);
    expect(new Date(refused.body.retryAt).getTime()).toBeGreaterThan(Date.now() + 13 * 60_000);
    expect((await signIn(email, password, '203.0.113.10')).status).toBe(200);
    expect((await signIn(neighbour.email)).status).toBe(200);
  });

  it('counts at the address that the nearest proxy saw, whatever the client claims', async () => {
    const { email } = await person();
    for (let wrong = 0; wrong < 10; wrong += 1) await signIn(email, 'sai', `198.18.0.${wrong}, 203.0.113.77`);
    expect((await signIn(email, password, '198.18.0.99, 203.0.113.77')).status).toBe(429);
    expect((await signIn(email, password, '203.0.113.77, 203.0.113.78')).status).toBe(200);
  });

  it('forgets wrong passwords after the right one', async () => {
    const { email } = await person();
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 5; wrong += 1) expect((await signIn(email, 'sai')).status).toBe(401);
      expect((await signIn(email)).status).toBe(200);
    }
  });

  it('never counts success, however many sign in behind one address', async () => {
    const { email } = await person();
    for (let round = 0; round < 55; round += 1)
      expect((await signIn(email, password, '203.0.113.50')).status).toBe(200);
  });

  it('is closed to an address after three hundred wrong passwords, right ones not counted, and to no other', async () => {
    const { email } = await person();
    const address = '203.0.113.60';
    for (let wrong = 0; wrong < 299; wrong += 1) await test.get(Throttle).count('sign-in.address', address);
    for (let right = 0; right < 3; right += 1)
      expect((await signIn(email, password, address)).status).toBe(200);
    expect((await signIn(email, 'sai', address)).status).toBe(401);
    const refused = await signIn((await person()).email, password, address);
    expect([refused.status, refused.body.code]).toEqual([429, 'request.throttled']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(email, password, '203.0.113.61')).status).toBe(200);
  });

  it('is closed for an account after fifty wrong passwords from many addresses', async () => {
    const { email } = await person();
    for (let host = 1; host <= 5; host += 1) {
      await Promise.all(Array.from({ length: 10 }, () => signIn(email, 'sai', `192.0.2.${host}`)));
    }
    expect((await signIn(email, password, '192.0.2.99')).status).toBe(429);
  });

  it('stays open to an address that has signed in before, with ten tries of its own, while strangers try from many', async () => {
    const { email } = await person();
    const other = await person();
    const home = '203.0.113.200';
    expect((await signIn(email, password, home)).status).toBe(200);
    expect((await signIn(other.email, password, '203.0.113.201')).status).toBe(200);
    for (let host = 1; host <= 50; host += 10) {
      const strangers = Array.from({ length: 10 }, (_, n) => `192.0.2.${host + n}`);
      await Promise.all(strangers.map((address) => signIn(email, 'sai mật khẩu', address)));
    }
    expect((await signIn(email, password, '192.0.2.250')).status).toBe(429);
    // To have got into another account from there is no help.
    expect((await signIn(email, password, '203.0.113.201')).status).toBe(429);
    expect((await signIn(email, password, home)).status).toBe(200);
    const own = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'sai mật khẩu', home)));
    expect(own.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await signIn(email, password, home)).status).toBe(429);
  });

  it('refuses a wrong shape', async () => {
    for (const body of [
      {},
      { login: 'a@b.vn' },
      { login: 'a@b.vn', password: ['x'] },
      { login: { $ne: '' }, password: 'x' },
    ]) {
      expect((await test.visitor.post('/session').send(body)).body.code).toBe('request.invalid');
    }
  });
});

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
