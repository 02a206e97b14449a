import { beforeEach, describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { certificateHolders, completedAt, unknownId } from '../../test/certificates.js';
import { createCourse, createOrganisation, createPerson } from '../../test/factories.js';

const test = useTestApp({ ONETOUCH_PUBLIC_URL: 'https://hoc.example.vn' });
const { learner, certified, adminOf, courseIssuedBy, numbersOf } = certificateHolders(test);

beforeEach(() => test.clock.set('2026-11-21T02:41:00.000Z'));

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
