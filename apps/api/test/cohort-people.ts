// Who runs cohorts and who may be in them.
import type { Client, TestApp } from './app.js';
import { createPerson } from './factories.js';

export const laoCai = 'p34-15';
export const haNoi = 'p34-01';
export const hopThanh = 'c-02680';
export const batXat = 'c-02683';
export const unknownId = '0192d3c4-0000-7000-8000-000000000000';
export const window = { opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-12-15T00:00:00.000Z' };

/** Coordinators, people of places, and their enrolments. */
export function cohortPeople(test: TestApp) {
  async function coordinatorOf(
    scope: { placeId?: string; organisationId?: string } = { placeId: laoCai },
  ): Promise<Client> {
    return test.as(await createPerson(test, { roles: [{ role: 'coordinator', ...scope }] }));
  }

  const personIn = (placeId: string, wish: Parameters<typeof createPerson>[1] = {}) =>
    createPerson(test, { placeId, ...wish });

  async function enrolmentOf(personId: string, courseId: string) {
    const text =
      'SELECT version_id AS "versionId", steps_total AS "stepsTotal", enrolled_at AS "enrolledAt" FROM enrolment WHERE person_id = $1 AND course_id = $2';
    return test.database.rows({ name: 'test.enrolment', text }, [personId, courseId]);
  }

  return { coordinatorOf, personIn, enrolmentOf };
}
