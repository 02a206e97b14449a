// Learners who may claim a certificate or have one, through HTTP.
import type { Certificate, Localized } from '@onetouch/contract';
import { ConsentEntity } from '../src/accounts/consent.entity.js';
import type { Client, TestApp } from './app.js';
import { createEnrolment } from './enrolments.js';
import { courseDocument, createCourse, createPerson, type TestCourse } from './factories.js';

export const completedAt = new Date('2026-11-20T03:00:00.000Z');
export const unknownId = '0192d3c4-0000-7000-8000-000000000000';

interface Wish {
  course?: TestCourse;
  fullName?: string;
  isComplete?: boolean;
}

/** People who have completed courses, their certificates, and who issues and looks after them. */
export function certificateHolders(test: TestApp) {
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

  return { learner, certified, adminOf, courseIssuedBy, agree, numbersOf };
}
