// Members of cohorts, how far they are, and who looks at them.
import { beforeAll } from '@jest/globals';
import type { CohortMember } from '@onetouch/contract';
import type { Client, TestApp } from './app.js';
import { batXat, hopThanh } from './cohort-people.js';
import { addToCohort, createCohort } from './cohorts.js';
import { createEnrolment } from './enrolments.js';
import { createPerson } from './factories.js';

interface MemberWish {
  fullName: string;
  placeId?: string;
  organisationName?: string;
  startedAt?: string;
  completedAt?: string;
  stepsDone?: number;
}

export type Cohort = Awaited<ReturnType<typeof createCohort>>;

/** Members of cohorts in any state, with a coordinator of their province and an admin, from before the first test. */
export function useMembers(test: TestApp) {
  const staff = {} as { coordinator: Client; admin: Client };
  beforeAll(async () => {
    test.clock.set('2026-11-21T02:41:00.000Z');
    staff.coordinator = await test.as(
      await createPerson(test, { roles: [{ role: 'coordinator', placeId: 'p34-15' }] }),
    );
    staff.admin = await test.as(await createPerson(test, { roles: [{ role: 'admin' }] }));
  });

  async function addMember(
    cohort: Cohort,
    { fullName, placeId = hopThanh, organisationName = '', ...state }: MemberWish,
  ) {
    const person = await createPerson(test, { fullName, placeId, organisationName });
    await addToCohort(test, cohort.id, [person.id]);
    const date = (time: string | undefined) => (time === undefined ? null : new Date(time));
    const enrolmentId = await createEnrolment(
      test,
      { personId: person.id, course: cohort.course },
      {
        startedAt: date(state.startedAt),
        completedAt: date(state.completedAt),
        ...(state.stepsDone === undefined ? {} : { stepsDone: state.stepsDone }),
      },
    );
    return { person, enrolmentId };
  }

  async function noteActivity(enrolmentId: string, kind: 'lesson' | 'attempt', at: string) {
    const text =
      kind === 'lesson'
        ? `INSERT INTO lesson_progress (enrolment_id, lesson_id, state, started_at, updated_at) VALUES ($1, gen_random_uuid(), '{}', $2, $2)`
        : `WITH drawn AS (
          INSERT INTO paper (version_id, lesson_id, seed, paper, question_ids, created_at)
          SELECT version_id, gen_random_uuid(), 's', '{}', '{}', $2 FROM enrolment WHERE id = $1 RETURNING *)
         INSERT INTO attempt (enrolment_id, person_id, version_id, lesson_id, number, paper_id, rule, needed_points, possible_points, started_at, submitted_at)
         SELECT e.id, e.person_id, e.version_id, drawn.lesson_id, 1, drawn.id, '{}', 1, 1, $2::timestamptz - interval '1 minute', $2
         FROM enrolment e, drawn WHERE e.id = $1`;
    await test.database.rows({ name: `test.activity-${kind}`, text }, [enrolmentId, at]);
  }

  async function claim(personId: string, enrolmentId: string): Promise<{ id: string; number: string }> {
    return (await (await test.as({ id: personId })).post(`/enrolments/${enrolmentId}/certificate`)).body;
  }

  const list = async (cohort: Cohort, query: object = {}) =>
    (await staff.coordinator.get(`/cohorts/${cohort.id}/members`).query(query)).body;
  const names = (body: { items: CohortMember[] }) => body.items.map((item) => item.fullName);

  /** Four members, one in each status. */
  async function fourMembers() {
    const cohort = await createCohort(test);
    await addMember(cohort, { fullName: 'Giàng A Ân', placeId: batXat });
    const learning = await addMember(cohort, {
      fullName: 'Lò Thị Bình',
      startedAt: '2026-11-03T00:00:00Z',
      stepsDone: 1,
      organisationName: 'Bưu điện',
    });
    const completed = await addMember(cohort, {
      fullName: 'Đỗ Văn Chín',
      completedAt: '2026-11-19T20:00:00Z',
      organisationName: 'Bưu điện',
    });
    const certified = await addMember(cohort, {
      fullName: 'Ngô Thị Đào',
      completedAt: '2026-11-10T03:00:00Z',
      placeId: 'p34-15',
    });
    await noteActivity(learning.enrolmentId, 'lesson', '2026-11-20T17:30:00.123456Z');
    await noteActivity(completed.enrolmentId, 'attempt', '2026-11-19T20:00:00Z');
    await noteActivity(completed.enrolmentId, 'lesson', '2026-11-18T20:00:00Z');
    const certificate = await claim(certified.person.id, certified.enrolmentId);
    return { cohort, certificate, completed };
  }

  return { staff, addMember, claim, list, names, fourMembers };
}
