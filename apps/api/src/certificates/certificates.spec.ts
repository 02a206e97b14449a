import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Certificate } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { certificateHolders, completedAt, unknownId } from '../../test/certificates.js';
import { createEnrolment } from '../../test/enrolments.js';
import { createCourse, createOrganisation, createPerson } from '../../test/factories.js';
import { pdfText } from '../../test/pdf-text.js';

const test = useTestApp({
  ONETOUCH_PUBLIC_URL: 'https://hoc.example.vn',
  ONETOUCH_TRUSTED_PROXIES: '1',
});
const { certified, adminOf, courseIssuedBy, agree } = certificateHolders(test);

beforeEach(() => test.clock.set('2026-11-21T02:41:00.000Z'));

describe('reading certificates', () => {
  it("lists the own ones, newest first, and nobody else's", async () => {
    const first = await certified();
    test.clock.forward(5);
    const course = await createCourse(test);
    const enrolmentId = await createEnrolment(test, { personId: first.person.id, course }, { completedAt });
    const second = await first.client.post(`/enrolments/${enrolmentId}/certificate`);
    await certified();
    const { body } = await first.client.get('/me/certificates');
    expect(body.items.map((item: Certificate) => item.id)).toEqual([second.body.id, first.certificate.id]);
  });

  it('shows one to its holder and to an admin whose scope covers the issuer, and to nobody else', async () => {
    const issuer = await createOrganisation(test, { placeId: 'p34-15' });
    const { client, certificate } = await certified({ course: await courseIssuedBy(issuer.id) });
    const path = `/certificates/${certificate.id}`;
    expect((await client.get(path)).body).toEqual(certificate);
    for (const scope of [{}, { placeId: 'p34-15' }, { organisationId: issuer.id }]) {
      const seen = await (await adminOf(scope)).get(path);
      expect([seen.status, seen.body.abilities]).toEqual([200, { revoke: true }]);
    }
    const neighbour = await adminOf({ placeId: 'p34-01' });
    const sameTown = await adminOf({
      organisationId: (await createOrganisation(test, { placeId: 'p34-15' })).id,
    });
    const coordinator = await test.as(
      await createPerson(test, { roles: [{ role: 'coordinator' }, { role: 'trainer' }] }),
    );
    for (const stranger of [neighbour, sameTown, coordinator]) {
      for (const part of ['', '/pdf']) {
        const hidden = await stranger.get(path + part);
        expect([hidden.status, hidden.body.code]).toEqual([404, 'certificate.not-found']);
      }
    }
    expect((await test.visitor.get(path)).status).toBe(401);
  });

  it('gives an admin the certificates of the own scope by name without accents, number or code, newest first in pages', async () => {
    const issuer = await createOrganisation(test, { placeId: 'p34-24' });
    const course = await courseIssuedBy(issuer.id);
    const names = ['Nguyễn Thị Hoà', 'Đặng Văn Đức', 'Trần 100% Thắng'];
    const made: Certificate[] = [];
    for (const fullName of names) {
      test.clock.forward(1);
      made.push((await certified({ course, fullName })).certificate);
    }
    await certified();
    const admin = await adminOf({ placeId: 'p34-24' });
    const found = async (q: string) => {
      const { body } = await admin.get('/certificates').query({ q });
      return body.items.map((item: Certificate) => item.personName);
    };
    expect(await found('')).toEqual([...names].reverse());
    expect(await found('dang van duc')).toEqual(['Đặng Văn Đức']);
    expect(await found('0001/2026')).toEqual(['Nguyễn Thị Hoà']);
    expect(await found(`  ${made[1]?.code.toLowerCase().replaceAll('-', ' ')}`)).toEqual(['Đặng Văn Đức']);
    expect(await found('100%')).toEqual(['Trần 100% Thắng']);
    expect(await found('_')).toEqual([]);
    const first = await admin.get('/certificates').query({ limit: 2 });
    const second = await admin.get('/certificates').query({ limit: 2, cursor: first.body.next });
    expect([...first.body.items, ...second.body.items].map((item: Certificate) => item.id)).toEqual(
      made.map((one) => one.id).reverse(),
    );
    expect(second.body.next).toBeNull();
  });

  it('refuses the list to everybody but admins, and a cursor that is none', async () => {
    const coordinator = await test.as(await createPerson(test, { roles: [{ role: 'coordinator' }] }));
    expect((await coordinator.get('/certificates')).status).toBe(403);
    expect((await test.visitor.get('/certificates')).status).toBe(401);
    const admin = await adminOf();
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const cursor of [
      'abc',
      forged(['0000-01-01T00:00:00Z', unknownId]),
      forged(['2026-01-01T00:00:00Z', 'x']),
      forged({}),
      forged('\u0000'),
    ]) {
      const refused = await admin.get('/certificates').query({ cursor });
      expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
    }
  });
});

describe('checking a code', () => {
  it('tells anybody that a certificate is valid and hides the name until its publication is agreed to', async () => {
    const { certificate, person } = await certified();
    const check = () => test.visitor.get(`/verify/${certificate.code}`);
    const hidden = await check();
    expect(hidden.headers['cache-control']).toBe('no-store');
    expect(hidden.body).toMatchObject({
      verdict: 'valid',
      personName: 'N. V. Bảo',
      isNameMasked: true,
      number: certificate.number,
      isDemonstration: false,
    });
    expect(JSON.stringify(hidden.body)).not.toContain('Nguyễn');
    await agree(person.id, true, '2026-11-21T03:00:00Z');
    expect((await check()).body).toMatchObject({ personName: 'Nguyễn Văn Bảo', isNameMasked: false });
    await agree(person.id, false, '2026-11-21T04:00:00Z');
    expect((await check()).body).toMatchObject({ personName: 'N. V. Bảo', isNameMasked: true });
  });

  it('does not mind spaces, dashes, case and look-alikes', async () => {
    const { certificate } = await certified();
    const bare = certificate.code.replaceAll('-', '').toLowerCase();
    for (const typed of [
      bare,
      ` ${bare.slice(0, 6)} ${bare.slice(6)} `,
      bare.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      const { body } = await test.visitor.get(`/verify/${encodeURIComponent(typed)}`);
      expect(body.code).toBe(certificate.code);
    }
  });

  it('calls everything else unknown, without an error', async () => {
    const { certificate } = await certified();
    const wrongCheck = certificate.code.slice(0, -1) + (certificate.code.endsWith('A') ? 'B' : 'A');
    for (const typed of [
      '0000-0000-0000',
      wrongCheck,
      'x',
      '%00',
      '%F0%9F%98%80',
      '__proto__',
      "' OR 1=1 --",
      'Ủ'.repeat(20),
    ]) {
      const checked = await test.visitor.get(
        `/verify/${typed.startsWith('%') ? typed : encodeURIComponent(typed)}`,
      );
      expect([checked.status, checked.body.verdict]).toEqual([200, 'unknown']);
      expect(Object.keys(checked.body).sort()).toEqual(['checkedAt', 'verdict']);
    }
  });

  it('shows when and why a certificate was revoked', async () => {
    const { certificate } = await certified();
    const admin = await adminOf();
    await admin
      .post(`/certificates/${certificate.id}/revocation`)
      .send({ reason: 'Sai thông tin', decision: '12/QĐ-KNS' });
    const { body } = await test.visitor.get(`/verify/${certificate.code}`);
    expect(body).toMatchObject({
      verdict: 'revoked',
      revocationReason: 'Sai thông tin',
      revocationDecision: '12/QĐ-KNS',
      revokedAt: '2026-11-21T02:41:00.000Z',
    });
  });
});

describe('revoking', () => {
  const reason = { reason: 'Cấp nhầm người' };

  it('happens once when two admins press at once; the other is told so', async () => {
    const { certificate } = await certified();
    const [one, other] = await Promise.all([adminOf(), adminOf({ placeId: 'p34-01' })]);
    const answers = await Promise.all(
      [one, other].map((admin) => admin.post(`/certificates/${certificate.id}/revocation`).send(reason)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('certificate.already-revoked');
    const done = answers.find((answer) => answer.status === 200)?.body;
    expect(done).toMatchObject({
      revocationReason: 'Cấp nhầm người',
      revocationDecision: null,
      abilities: { revoke: false },
    });
  });

  it('is refused to an admin of another province, to the holder and to a visitor', async () => {
    const { certificate, client } = await certified();
    const path = `/certificates/${certificate.id}/revocation`;
    const neighbour = await (await adminOf({ placeId: 'p34-15' })).post(path).send(reason);
    expect([neighbour.status, neighbour.body.code]).toEqual([404, 'certificate.not-found']);
    expect((await client.post(path).send(reason)).status).toBe(403);
    expect((await test.visitor.post(path).send(reason)).status).toBe(401);
  });

  it('is refused to a holder who is admin of another province, although the certificate can be read', async () => {
    const { certificate, person } = await certified();
    await test.database.rows(
      {
        name: 'test.grant',
        text: "INSERT INTO role_grant (person_id, role, place_id) VALUES ($1, 'admin', 'p34-15')",
      },
      [person.id],
    );
    const client = await test.as(person);
    const refused = await client.post(`/certificates/${certificate.id}/revocation`).send(reason);
    expect([refused.status, refused.body.code]).toEqual([403, 'access.denied']);
  });

  it('wants a reason, no unknown fields and an existing certificate', async () => {
    const { certificate } = await certified();
    const admin = await adminOf();
    for (const body of [
      {},
      { reason: 'x' },
      { ...reason, revokedAt: '2020-01-01' },
      { reason: 'y'.repeat(501) },
      { reason: 'NUL \u0000 NUL' },
    ]) {
      expect((await admin.post(`/certificates/${certificate.id}/revocation`).send(body)).status).toBe(400);
    }
    expect((await admin.post(`/certificates/${randomUUID()}/revocation`).send(reason)).status).toBe(404);
  });
});

describe('the PDF', () => {
  it('is saved under its code, kept by no proxy, and says what was issued', async () => {
    const { client, certificate } = await certified({ fullName: 'Tôn Nữ Hoàng Anh' });
    const file = await client.get(`/certificates/${certificate.id}/pdf`).responseType('blob');
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''chung-nhan-${certificate.code}.pdf`,
      'cache-control': 'private, no-store',
    });
    const text = pdfText(file.body as Buffer);
    for (const words of ['Tôn Nữ Hoàng Anh', certificate.number, certificate.code, 'hoc.example.vn/verify'])
      expect(text).toContain(words);
  });

  it('of a demonstration course says so', async () => {
    const course = await createCourse(test);
    await test.database.rows(
      { name: 'test.demonstrate', text: 'UPDATE course SET is_demonstration = true WHERE id = $1' },
      [course.id],
    );
    const { client, certificate } = await certified({ course });
    const file = await client.get(`/certificates/${certificate.id}/pdf`).responseType('blob');
    expect(pdfText(file.body as Buffer)).toContain('BẢN MINH HỌA');
    expect((await test.visitor.get(`/verify/${certificate.code}`)).body.isDemonstration).toBe(true);
  });
});

describe('trying out codes', () => {
  it('is stopped for a while after a hundred and twenty from one address', async () => {
    // From an address of its own, whose minute begins here.
    const check = () => test.visitor.get('/verify/0000-0000-0000').set('X-Forwarded-For', '203.0.113.120');
    for (let tried = 0; tried < 120; tried += 1) expect((await check()).status).toBe(200);
    const refused = await check();
    expect([refused.status, refused.body.code]).toEqual([429, 'request.throttled']);
    expect(refused.body.retryAt).toBeDefined();
  });
});
