import { describe, expect, it } from '@jest/globals';
import { consentTextVersion } from '@onetouch/contract';
import { randomUUID } from 'node:crypto';
import { useTestApp } from '../../test/app.js';
import { createOrganisation } from '../../test/factories.js';

describe('a visitor who registers', () => {
  const test = useTestApp({ ONETOUCH_PUBLIC_URL: 'https://hoc.example.test', ONETOUCH_TRUSTED_PROXIES: '1' });
  const consent = (purpose: string) => ({ purpose, textVersion: consentTextVersion });

  function registration(change: object = {}) {
    return {
      fullName: 'Nguyễn Thị Hoà',
      login: `${randomUUID()}@Example.test`,
      password: 'mat khau dai',
      audience: 'resident',
      placeId: 'c-00004',
      consents: [consent('training-record')],
      ...change,
    };
  }
  const register = (change: object = {}, address = '198.51.100.1') =>
    test.visitor.post('/people').set('X-Forwarded-For', address).send(registration(change));

  it('has an account, is signed in, and sees the province of the commune', async () => {
    const response = await register({
      fullName: '  Nguyễn \n Thị  Hoà ',
      locale: 'en',
      organisationName: 'Hội Phụ nữ',
    });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      fullName: 'Nguyễn Thị Hoà',
      phone: null,
      place: { id: 'c-00004', fullName: 'Phường Ba Đình' },
      province: { id: 'p34-01', fullName: 'Thành phố Hà Nội' },
      organisation: null,
      organisationName: 'Hội Phụ nữ',
      locale: 'en',
      grants: [],
      abilities: { author: false, coordinate: false, administer: false },
    });
    expect(response.body.email).toBe(String(response.body.email).toLowerCase());
    const cookie = String(response.headers['set-cookie']);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', `Max-Age=${30 * 86_400}`])
      expect(cookie).toContain(part);
    const token = cookie.split(';')[0] ?? '';
    const session = await test.visitor.get('/session').set('Cookie', token);
    expect(session.body.me).toEqual(response.body);
    expect(session.headers['cache-control']).toBe('no-store');
  });

  it('leaves a password hashed with argon2id and a token stored only as its hash', async () => {
    const response = await register();
    const [row] = await test.database.source.query('SELECT password_hash FROM person WHERE id = $1', [
      response.body.id,
    ]);
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const token = /onetouch_session=([^;]+)/.exec(String(response.headers['set-cookie']))?.[1];
    const sessions = await test.database.source.query('SELECT token_hash FROM session WHERE person_id = $1', [
      response.body.id,
    ]);
    expect(sessions).toHaveLength(1);
    expect(sessions[0].token_hash).not.toContain(token);
  });

  it('may use a phone number as people write it, once for all spellings', async () => {
    const first = await register({ login: '0912.345.678' });
    expect(first.body).toMatchObject({ phone: '+84912345678', email: null });
    const second = await register({ login: '+84 912 345 678' });
    expect([second.status, second.body.code]).toEqual([409, 'person.login-taken']);
  });

  it('gets one account when the button is pressed twice at once', async () => {
    const body = { login: `${randomUUID()}@example.test` };
    const answers = await Promise.all([register(body), register(body), register(body)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  });

  it('leaves each consent with time, text version and channel, and none that was not given', async () => {
    test.clock.set('2026-11-21T08:00:00.000Z');
    const purposes = ['training-record', 'reminders', 'training-record'];
    const response = await register({ consents: purposes.map(consent) });
    test.clock.run();
    const rows = await test.database.source.query(
      'SELECT purpose, given, text_version, channel, decided_at FROM consent WHERE person_id = $1 ORDER BY purpose',
      [response.body.id],
    );
    const decided = {
      given: true,
      text_version: consentTextVersion,
      channel: 'web',
      decided_at: new Date('2026-11-21T08:00:00.000Z'),
    };
    expect(rows).toEqual([
      { purpose: 'reminders', ...decided },
      { purpose: 'training-record', ...decided },
    ]);
  });

  it('is refused without agreeing to the training record, and leaves nothing', async () => {
    const login = `${randomUUID()}@example.test`;
    const response = await register({ login, consents: [consent('reminders')] });
    expect([response.status, response.body.code]).toEqual([422, 'person.consent-required']);
    expect(await test.database.source.query('SELECT 1 FROM person WHERE email = $1', [login])).toEqual([]);
  });

  it('lives in a commune or province of today', async () => {
    const codeOf = async (placeId: string) => (await register({ placeId })).body.code;
    expect(await codeOf('vn')).toBe('place.not-current');
    expect(await codeOf('p63-24')).toBe('place.not-current');
    expect(await codeOf('c-99999')).toBe('place.not-found');
    expect((await register({ placeId: 'p34-15' })).body).toMatchObject({
      place: { id: 'p34-15' },
      province: { id: 'p34-15' },
    });
  });

  it('may choose an organisation, whose name is copied, and not one that is not there', async () => {
    const organisation = await createOrganisation(test, { name: 'Sở Nội vụ' });
    const chosen = await register({ organisationId: organisation.id, organisationName: 'khác' });
    expect(chosen.body).toMatchObject({
      organisation: { id: organisation.id, name: 'Sở Nội vụ' },
      organisationName: 'Sở Nội vụ',
    });
    expect((await register({ organisationId: randomUUID() })).body.code).toBe('organisation.not-found');
  });

  it.each([
    ['a login that is neither address nor number', { login: 'khong phai' }],
    ['an old consent text', { consents: [{ purpose: 'training-record', textVersion: '2020-01-01' }] }],
    ['a short password', { password: '1234567' }],
    ['a long password', { password: 'x'.repeat(129) }],
    ['a name with a NUL', { fullName: 'Nguyễn\u0000An' }],
    ['a field of its own', { roles: ['admin'] }],
    ['too many consents', { consents: Array.from({ length: 11 }, () => consent('training-record')) }],
  ])('is refused with %s', async (_what, change) => {
    const response = await register(change);
    expect([response.status, response.body.code]).toEqual([400, 'request.invalid']);
    expect(response.body.issues.length).toBeGreaterThan(0);
  });

  it('shares 60 registrations an hour with everybody behind the same address', async () => {
    const address = '198.51.100.77';
    const codes: string[] = [];
    for (let tried = 0; tried < 62; tried += 1)
      codes.push((await register({ placeId: 'c-99999' }, address)).body.code);
    expect(codes.filter((code) => code === 'request.throttled')).toHaveLength(2);
    const refused = await register({}, address);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000);
    expect((await register({}, '198.51.100.78')).status).toBe(200);
  });
});
