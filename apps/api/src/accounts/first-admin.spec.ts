import { describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../test/app.js';
import { createPerson } from '../../test/factories.js';
import { ensureFirstAdmin } from './first-admin.js';

describe('the first admin', () => {
  async function fresh(work: (test: TestApp) => Promise<void>): Promise<void> {
    const test = await startTestApp();
    try {
      await work(test);
    } finally {
      await test.stop();
    }
  }
  const ensure = (test: TestApp, configured?: { login: string; password: string }) =>
    ensureFirstAdmin(test.database, configured, new Date());
  const admins = (test: TestApp) =>
    test.database.source.query(
      `SELECT p.email FROM role_grant g JOIN person p ON p.id = g.person_id WHERE g.role = 'admin' AND g.place_id = 'vn' AND g.revoked_at IS NULL`,
    );

  it('is made once with a readable password that signs in, however many copies start at once', () =>
    fresh(async (test) => {
      const made = (await Promise.all([ensure(test), ensure(test), ensure(test)])).filter(
        (answer) => answer !== null,
      );
      expect(made).toHaveLength(1);
      expect(made[0]?.login).toBe('quantri@onetouch.local');
      expect(made[0]?.password).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/);
      const response = await test.visitor.post('/session').send(made[0]);
      expect(response.body.abilities).toEqual({ author: true, coordinate: true, administer: true });
      expect(await ensure(test)).toBeNull();
      const consents = await test.database.source.query('SELECT purpose, channel FROM consent');
      expect(consents).toEqual([{ purpose: 'training-record', channel: 'operator' }]);
    }));

  it('is the configured one, whose password is not told, and who gets in again although others administer', () =>
    fresh(async (test) => {
      const configured = { login: 'Chi.Huy@example.test', password: 'mat khau cua nguoi van hanh' };
      await ensure(test);
      expect(await ensure(test, configured)).toBeNull();
      expect((await test.visitor.post('/session').send(configured)).body.abilities.administer).toBe(true);
      expect(await ensure(test, { ...configured, password: 'mot mat khau khac' })).toBeNull();
      expect((await test.visitor.post('/session').send(configured)).status).toBe(200);
      expect(await admins(test)).toHaveLength(2);
    }));

  it('takes over an account that somebody else had registered under the configured login', () =>
    fresh(async (test) => {
      const squatter = await createPerson(test, { email: 'chu@example.test' });
      const client = await test.as(squatter);
      await ensure(test, { login: 'chu@example.test', password: 'mat khau that' });
      expect((await client.get('/me/consents')).status).toBe(401);
      expect(
        (await test.visitor.post('/session').send({ login: 'chu@example.test', password: 'mat khau that' }))
          .body.id,
      ).toBe(squatter.id);
    }));

  it('is made although a demonstration account administers, because everybody knows its password', () =>
    fresh(async (test) => {
      const person = await createPerson(test, { roles: [{ role: 'admin' }] });
      await test.database.source.query('UPDATE person SET is_demonstration = true WHERE id = $1', [
        person.id,
      ]);
      expect(await ensure(test)).not.toBeNull();
    }));

  it('must have a login that people can type', () =>
    fresh(async (test) => {
      await expect(ensure(test, { login: 'root', password: 'mat khau that' })).rejects.toThrow(
        'ONETOUCH_ADMIN_LOGIN',
      );
      expect(await admins(test)).toEqual([]);
    }));
});
