import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type TestApp, useTestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import { Throttle } from '../platform/throttle.js';
import { hashPassword } from './passwords.js';

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
