import { describe, expect, it } from '@jest/globals';
import { consentTextVersion } from '@onetouch/contract';
import { randomUUID } from 'node:crypto';
import { useTestApp } from '../../test/app.js';
import { createOrganisation, createPerson } from '../../test/factories.js';
import { hashPassword } from './passwords.js';
import { SessionStore } from './session-store.js';

describe('the own account', () => {
  const test = useTestApp();

  it('changes what was sent and leaves the rest', async () => {
    const person = await createPerson(test, { fullName: 'Lê Văn Cũ', organisationName: 'Cũ' });
    const client = await test.as(person);
    const response = await client
      .patch('/me')
      .send({ fullName: 'Lê Văn  Mới', placeId: 'p34-15', locale: 'en' });
    expect(response.body).toMatchObject({
      fullName: 'Lê Văn Mới',
      place: { id: 'p34-15' },
      locale: 'en',
      organisationName: 'Cũ',
      audience: 'government',
    });
    const [row] = await test.database.source.query('SELECT search_key, sort_key FROM person WHERE id = $1', [
      person.id,
    ]);
    expect(row).toEqual({ search_key: 'le van moi', sort_key: 'Mới Lê Văn Mới' });
    expect((await client.patch('/me').send({})).body).toEqual(response.body);
  });

  it('has a chosen organisation, a typed one, or none', async () => {
    const organisation = await createOrganisation(test, { name: 'Hợp tác xã Suối Giàng' });
    const client = await test.as(await createPerson(test));
    const change = async (body: object) => {
      const me = (await client.patch('/me').send(body)).body;
      return [me.organisation?.id ?? null, me.organisationName];
    };
    expect(await change({ organisationId: organisation.id })).toEqual([
      organisation.id,
      'Hợp tác xã Suối Giàng',
    ]);
    expect(await change({ locale: 'vi' })).toEqual([organisation.id, 'Hợp tác xã Suối Giàng']);
    expect(await change({ organisationName: 'Cửa hàng nhà' })).toEqual([null, 'Cửa hàng nhà']);
    expect(await change({ organisationId: null })).toEqual([null, '']);
  });

  it('refuses places and organisations that cannot be, other fields, and visitors', async () => {
    const client = await test.as(await createPerson(test));
    const codeOf = async (body: object) => (await client.patch('/me').send(body)).body.code;
    expect(await codeOf({ placeId: 'vn' })).toBe('place.not-current');
    expect(await codeOf({ placeId: 'p63-17' })).toBe('place.not-current');
    expect(await codeOf({ placeId: 'c-99999' })).toBe('place.not-found');
    expect(await codeOf({ organisationId: randomUUID() })).toBe('organisation.not-found');
    expect(await codeOf({ email: 'other@example.test' })).toBe('request.invalid');
    expect(await codeOf({ isDemonstration: true })).toBe('request.invalid');
    expect((await test.visitor.patch('/me').send({})).status).toBe(401);
  });

  describe('and its password', () => {
    async function withPassword() {
      const person = await createPerson(test);
      await test.database.source.query('UPDATE person SET password_hash = $2 WHERE id = $1', [
        person.id,
        await hashPassword('mật khẩu cũ'),
      ]);
      return person;
    }

    it('is changed with the current one, which ends every other session but not this one', async () => {
      const person = await withPassword();
      const [here, there] = await Promise.all([test.as(person), test.as(person)]);
      expect((await there.get('/me/consents')).status).toBe(200);
      expect(
        (await here.put('/me/password').send({ current: 'mật khẩu cũ', next: 'mật khẩu mới' })).status,
      ).toBe(204);
      expect((await here.get('/me/consents')).status).toBe(200);
      expect((await there.get('/me/consents')).status).toBe(401);
      const signIn = async (password: string) =>
        (await test.visitor.post('/session').send({ login: person.email, password })).status;
      expect([await signIn('mật khẩu cũ'), await signIn('mật khẩu mới')]).toEqual([401, 200]);
    });

    it('is changed once when two devices change it at once', async () => {
      const person = await withPassword();
      const devices = await Promise.all([test.as(person), test.as(person)]);
      const answers = await Promise.all(
        devices.map((device, index) =>
          device.put('/me/password').send({ current: 'mật khẩu cũ', next: `mật khẩu ${index}` }),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([204, 403]);
    });

    it('leaves no session to whoever signs in with the old one while it is changed', async () => {
      const person = await withPassword();
      const client = await test.as(person);
      const token = test
        .get(SessionStore)
        .open(person.id, 'late', 'the hash that was proved before the change');
      await expect(token).rejects.toMatchObject({ code: 'session.wrong-credentials' });
      const change = client.put('/me/password').send({ current: 'mật khẩu cũ', next: 'mật khẩu mới' });
      const arrivals = Array.from({ length: 6 }, () =>
        test.visitor.post('/session').send({ login: person.email, password: 'mật khẩu cũ' }),
      );
      await Promise.all([change, ...arrivals]);
      const open = await test.database.source.query(
        `SELECT device FROM session WHERE person_id = $1 AND ended_at IS NULL AND device NOT LIKE 'test %'`,
        [person.id],
      );
      expect(open).toEqual([]);
    });

    it('stays after a wrong current one, and guessing is throttled', async () => {
      const client = await test.as(await withPassword());
      const send = () => client.put('/me/password').send({ current: 'đoán mò', next: 'mật khẩu mới' });
      const first = await send();
      expect([first.status, first.body.code]).toEqual([403, 'person.wrong-password']);
      for (let count = 0; count < 9; count += 1) await send();
      expect((await send()).body.code).toBe('request.throttled');
      expect(
        (await client.put('/me/password').send({ current: 'mật khẩu cũ', next: 'ngắn' })).body.code,
      ).toBe('request.invalid');
    });
  });

  describe('and its consents', () => {
    const decide = (given: boolean) => ({ given, textVersion: consentTextVersion });

    it('are kept once when the same decision arrives from several pages at once', async () => {
      const person = await createPerson(test);
      const client = await test.as(person);
      await client.get('/me/consents');
      const send = async () => (await client.put('/me/consents/reminders').send(decide(true))).status;
      const lockWaits = async () => {
        const sql = `SELECT count(*)::integer AS waits FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return Number((await test.database.source.query(sql))[0].waits);
      };
      // Holds the person until every request has come as far as it can, so that all of them meet.
      const { sent: answers } = await test.database.transaction(async ({ manager }) => {
        await manager.query('SELECT id FROM person WHERE id = $1 FOR UPDATE', [person.id]);
        const sent = [send(), send(), send(), send()];
        while ((await lockWaits()) < sent.length) await new Promise((resolve) => setTimeout(resolve, 20));
        return { sent };
      });
      expect(await Promise.all(answers)).toEqual([200, 200, 200, 200]);
      const rows = await test.database.source.query('SELECT given FROM consent WHERE person_id = $1', [
        person.id,
      ]);
      expect(rows).toEqual([{ given: true }]);
    });

    it('are listed for every purpose, given and withdrawn with their times', async () => {
      const person = await createPerson(test);
      const client = await test.as(person);
      const none = { textVersion: consentTextVersion, givenAt: null, withdrawnAt: null };
      const empty = (await client.get('/me/consents')).body.items;
      expect(empty).toEqual(
        ['training-record', 'certificate-publication', 'reminders', 'improvement'].map((purpose) => ({
          purpose,
          ...none,
        })),
      );
      test.clock.set('2026-11-20T01:00:00.000Z');
      await client.put('/me/consents/reminders').send(decide(true));
      test.clock.set('2026-11-21T02:00:00.000Z');
      const response = await client.put('/me/consents/reminders').send(decide(false));
      test.clock.run();
      const expected = {
        purpose: 'reminders',
        textVersion: consentTextVersion,
        givenAt: '2026-11-20T01:00:00.000Z',
        withdrawnAt: '2026-11-21T02:00:00.000Z',
      };
      expect(response.body.items[2]).toEqual(expected);
      expect((await client.get('/me/consents')).body).toEqual(response.body);
    });

    it('keep every decision as a row, and no row for the same decision again', async () => {
      const person = await createPerson(test);
      const client = await test.as(person);
      for (const given of [false, true, true, false, false, true])
        await client.put('/me/consents/improvement').send(decide(given));
      const rows = await test.database.source.query(
        'SELECT given FROM consent WHERE person_id = $1 ORDER BY decided_at, id',
        [person.id],
      );
      expect(rows.map((row: { given: boolean }) => row.given)).toEqual([true, false, true]);
    });

    it('cannot lack the training record, an unknown purpose or an old text', async () => {
      const client = await test.as(await createPerson(test));
      const put = (purpose: string, body: object) => client.put(`/me/consents/${purpose}`).send(body);
      expect((await put('training-record', decide(false))).body.code).toBe('person.consent-required');
      expect((await put('training-record', decide(true))).status).toBe(200);
      expect((await put('advertising', decide(true))).body.code).toBe('request.invalid');
      expect((await put('reminders', { given: true, textVersion: '2020' })).body.code).toBe(
        'request.invalid',
      );
      expect((await test.visitor.put('/me/consents/reminders').send(decide(true))).status).toBe(401);
    });
  });
});
