import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Certificate, Localized } from '@onetouch/contract';
import { type Client, useTestApp } from '../../test/app.js';
import { createEnrolment } from '../../test/enrolments.js';
import { pdfText } from '../../test/pdf-text.js';
import {
  courseDocument,
  createCourse,
  createOrganisation,
  createPerson,
  type TestCourse,
} from '../../test/factories.js';
import { ConsentEntity } from '../accounts/consent.entity.js';

const test = useTestApp({
  ONETOUCH_PUBLIC_URL: 'https://hoc.example.vn',
  ONETOUCH_TRUSTED_PROXIES: '1',
});
const completedAt = new Date('2026-11-20T03:00:00.000Z');
const unknownId = '0192d3c4-0000-7000-8000-000000000000';

beforeEach(() => test.clock.set('2026-11-21T02:41:00.000Z'));

interface Wish {
  course?: TestCourse;
  fullName?: string;
  isComplete?: boolean;
}

async function learner(wish: Wish = {}) {
  const course = wish.course ?? (await createCourse(test));
  const person = await createPerson(test, { fullName: wish.fullName ?? 'Nguyễn Văn Bảo' });
  const enrolmentId = await createEnrolment(
    test,
    { personId: person.id, course },
    wish.isComplete === false ? {} : { completedAt },
  );
  return { course, person, enrolmentId, client: await test.as(person) };
}

async function certified(wish: Wish = {}) {
  const all = await learner(wish);
  const { body } = await all.client.post(`/enrolments/${all.enrolmentId}/certificate`);
  return { ...all, certificate: body as Certificate };
}

async function adminOf(scope: { placeId?: string; organisationId?: string } = {}): Promise<Client> {
  return test.as(await createPerson(test, { roles: [{ role: 'admin', ...scope }] }));
}

async function courseIssuedBy(issuerId: string, title?: Localized): Promise<TestCourse> {
  return createCourse(test, { issuerId, document: courseDocument(title ? { title } : {}) });
}

async function agree(personId: string, given: boolean, decidedAt: string) {
  const decision = {
    personId,
    purpose: 'certificate-publication',
    given,
    textVersion: '2026-11-01',
    channel: 'web',
    decidedAt: new Date(decidedAt),
  } as const;
  await test.database.source.manager.insert(ConsentEntity, decision);
}

async function numbersOf(issuerId: string): Promise<number[]> {
  const text =
    'SELECT register_number AS number FROM certificate WHERE issuer_id = $1 ORDER BY register_number';
  const rows = await test.database.rows<{ number: number }>({ name: 'test.numbers', text }, [issuerId]);
  return rows.map((row) => row.number);
}

describe('claiming a certificate', () => {
  it('gives a learner who completed the course a certificate with number, code and the facts as issued', async () => {
    const issuer = await createOrganisation(test, {
      name: 'Trung tâm Kỹ năng số',
      placeId: 'p34-01',
      issuerCode: 'TN',
    });
    const { certificate, course, enrolmentId } = await certified({ course: await courseIssuedBy(issuer.id) });
    expect(certificate).toMatchObject({
      number: '0001/2026/CN-TN',
      enrolmentId,
      personName: 'Nguyễn Văn Bảo',
      courseTitle: course.document.title,
      courseSlug: course.slug,
      issuerName: 'Trung tâm Kỹ năng số',
      issuerPlace: 'Hà Nội',
      minutes: 20,
      completedAt: completedAt.toISOString(),
      issuedAt: '2026-11-21T02:41:00.000Z',
      revokedAt: null,
      verifyUrl: `https://hoc.example.vn/verify/${certificate.code}`,
      isDemonstration: false,
      abilities: { revoke: false },
    });
    expect(certificate.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it.each([
    ['p34-79', 'Thành phố Hồ Chí Minh'],
    ['p34-15', 'Lào Cai'],
    ['c-02680', 'Xã Hợp Thành'],
  ])('names the place of an issuer in %s as %s', async (placeId, place) => {
    const issuer = await createOrganisation(test, { placeId });
    const { certificate } = await certified({ course: await courseIssuedBy(issuer.id) });
    expect(certificate.issuerPlace).toBe(place);
  });

  it('keeps the evidence of the completion with it', async () => {
    const { certificate } = await certified();
    const text =
      'SELECT c.evidence = e.completion AS same FROM certificate c JOIN enrolment e ON e.id = c.enrolment_id WHERE c.id = $1';
    expect(await test.database.row({ name: 'test.evidence', text }, [certificate.id])).toEqual({
      same: true,
    });
  });

  it('answers the same certificate however often it is claimed, with the name as issued', async () => {
    const { client, enrolmentId, certificate, person } = await certified();
    await test.database.rows(
      { name: 'test.rename', text: 'UPDATE person SET full_name = $2 WHERE id = $1' },
      [person.id, 'Tên Mới'],
    );
    test.clock.forward(60);
    const again = await client.post(`/enrolments/${enrolmentId}/certificate`);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(certificate);
  });

  it('makes one certificate and leaves no gap when two tabs and two devices claim at once', async () => {
    const { client, enrolmentId, course, person } = await learner();
    const device = await test.as(person);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? client : device).post(`/enrolments/${enrolmentId}/certificate`),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    await certified({ course });
    expect(await numbersOf(course.issuerId)).toEqual([1, 2]);
  });

  it('numbers the certificates of one issuer without gap or double when many claim at once, several times each', async () => {
    const course = await createCourse(test);
    const learners = await Promise.all(Array.from({ length: 8 }, () => learner({ course })));
    const claims = [...learners, ...learners, ...learners].map(({ client, enrolmentId }) =>
      client.post(`/enrolments/${enrolmentId}/certificate`),
    );
    const answers = await Promise.all(claims);
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(8);
    expect(await numbersOf(course.issuerId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('uses no number for a claim that is refused', async () => {
    const course = await createCourse(test);
    const open = await learner({ course, isComplete: false });
    const refused = await open.client.post(`/enrolments/${open.enrolmentId}/certificate`);
    expect([refused.status, refused.body.code]).toEqual([409, 'certificate.not-eligible']);
    await certified({ course });
    expect(await numbersOf(course.issuerId)).toEqual([1]);
  });

  it('is told from those of every other issuer by its number, also where neither has a code', async () => {
    const issuers = await Promise.all([1, 2].map(() => createOrganisation(test, { issuerCode: null })));
    const issued = await Promise.all(
      issuers.map(async ({ id }) => certified({ course: await courseIssuedBy(id) })),
    );
    const [first, second] = issued.map(({ certificate }) => certificate.number);
    expect(first).toMatch(/^0001\/2026\/CN-OT\d+$/);
    expect(second).toMatch(/^0001\/2026\/CN-OT\d+$/);
    expect(first).not.toBe(second);
  });

  it('never shares its number, because no two issuers share a code and none takes one that is kept', async () => {
    await createOrganisation(test, { issuerCode: 'CHUNG' });
    const codes = ['CHUNG', 'OT', 'OT17', 'ot17', 'Kns', 'A/B', ''];
    const refused = await Promise.allSettled(
      codes.map((issuerCode) => createOrganisation(test, { issuerCode })),
    );
    expect(refused.map(({ status }) => status)).toEqual(codes.map(() => 'rejected'));
    const { certificate } = await certified();
    const text = `UPDATE certificate SET number = $1 WHERE id <> $2`;
    await certified();
    await expect(
      test.database.rows({ name: 'test.same-number', text }, [certificate.number, certificate.id]),
    ).rejects.toThrow(/certificate_number_key/);
  });

  it('begins a new register when the year turns in Viet Nam, seven hours before it turns in UTC', async () => {
    const issuer = await createOrganisation(test, { issuerCode: 'LS' });
    const course = await courseIssuedBy(issuer.id);
    test.clock.set('2026-12-31T16:59:59.000Z');
    const before = await certified({ course });
    test.clock.set('2026-12-31T17:00:00.000Z');
    const after = await certified({ course });
    expect([before.certificate.number, after.certificate.number]).toEqual([
      '0001/2026/CN-LS',
      '0001/2027/CN-LS',
    ]);
  });

  it("is refused for somebody else's enrolment, an unknown one, a visitor and a wrong id", async () => {
    const { enrolmentId } = await learner();
    const stranger = await test.as(await createPerson(test));
    const other = await stranger.post(`/enrolments/${enrolmentId}/certificate`);
    expect([other.status, other.body.code]).toEqual([404, 'enrolment.not-found']);
    expect((await stranger.post(`/enrolments/${unknownId}/certificate`)).status).toBe(404);
    expect((await stranger.post('/enrolments/1/certificate')).status).toBe(400);
    expect((await test.visitor.post(`/enrolments/${enrolmentId}/certificate`)).status).toBe(401);
  });

  it('answers a revoked certificate as it is and issues no new one', async () => {
    const { client, enrolmentId, certificate } = await certified();
    await (
      await adminOf()
    )
      .post(`/certificates/${certificate.id}/revocation`)
      .send({ reason: 'Cấp nhầm người' });
    const again = await client.post(`/enrolments/${enrolmentId}/certificate`);
    expect(again.body).toMatchObject({ id: certificate.id, revocationReason: 'Cấp nhầm người' });
    expect(again.body.revokedAt).not.toBeNull();
  });
});

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
