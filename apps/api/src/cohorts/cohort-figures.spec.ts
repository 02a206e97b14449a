import { describe, expect, it } from '@jest/globals';
import type { CohortDetail, CohortMember, Funnel } from '@onetouch/contract';
import { useTestApp } from '../../test/app.js';
import { createCohort } from '../../test/cohorts.js';
import { useMembers } from '../../test/members.js';

const test = useTestApp();
const { staff, addMember, list, fourMembers } = useMembers(test);

describe('the figures of a cohort', () => {
  const check = (funnel: Funnel) => {
    expect(funnel.enrolled).toBeGreaterThanOrEqual(funnel.started);
    expect(funnel.started).toBeGreaterThanOrEqual(funnel.completed);
    expect(funnel.completed).toBeGreaterThanOrEqual(funnel.certified);
  };
  const steps = ['enrolled', 'started', 'completed', 'certified'] as const;
  const sum = (parts: { funnel: Funnel }[]) =>
    steps.map((step) => parts.reduce((total, { funnel }) => total + funnel[step], 0));

  it('are a funnel that never widens, and its parts sum to the whole', async () => {
    const { cohort } = await fourMembers();
    const { body } = await staff.coordinator.get(`/cohorts/${cohort.id}`);
    const detail = body as CohortDetail;
    expect(detail.funnel).toEqual({ enrolled: 4, started: 3, completed: 2, certified: 1 });
    expect(sum(detail.byCommune)).toEqual([4, 3, 2, 1]);
    expect(sum(detail.byOrganisation)).toEqual([4, 3, 2, 1]);
    expect(detail.byCommune.map((part) => part.ref?.fullName)).toEqual([
      'Xã Hợp Thành',
      'Tỉnh Lào Cai',
      'Xã Bát Xát',
    ]);
    expect(detail.byOrganisation.map((part) => [part.name, part.funnel.enrolled])).toEqual([
      ['', 2],
      ['Bưu điện', 2],
    ]);
    [detail.funnel, ...detail.byCommune.map((part) => part.funnel)].forEach(check);
    const row = (await staff.coordinator.get('/cohorts').query({ limit: 200 })).body.items.find(
      (item: { id: string }) => item.id === cohort.id,
    );
    expect(row.funnel).toEqual(detail.funnel);
  });

  it('gather those without a place under none', async () => {
    const cohort = await createCohort(test);
    const { person } = await addMember(cohort, { fullName: 'Không Nơi Ở' });
    await test.database.rows({ name: 'test.move', text: 'UPDATE person SET place_id = NULL WHERE id = $1' }, [
      person.id,
    ]);
    const { body } = await staff.coordinator.get(`/cohorts/${cohort.id}`);
    expect(body.byCommune).toEqual([
      { ref: null, funnel: { enrolled: 1, started: 0, completed: 0, certified: 0 } },
    ]);
    expect((await list(cohort)).items[0].place).toBeNull();
  });

  it('do not count a certificate that was revoked', async () => {
    const { cohort, certificate } = await fourMembers();
    await staff.admin.post(`/certificates/${certificate.id}/revocation`).send({ reason: 'Cấp nhầm' });
    const { body } = await staff.coordinator.get(`/cohorts/${cohort.id}`);
    expect(body.funnel).toEqual({ enrolled: 4, started: 3, completed: 2, certified: 0 });
    const members = await list(cohort, { status: 'completed' });
    expect(members.items.map((item: CohortMember) => item.certificateNumber)).toEqual([null, null]);
  });
});
