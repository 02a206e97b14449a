// Cohorts and members, written straight to the tables.
import { randomUUID } from 'node:crypto';
import { foldVietnamese } from '@onetouch/domain';
import { CohortMemberEntity } from '../src/cohorts/cohort-member.entity.js';
import { CohortEntity } from '../src/cohorts/cohort.entity.js';
import type { TestApp } from './app.js';
import { createCourse, type TestCourse } from './factories.js';

interface CohortWish {
  name?: string;
  course?: TestCourse;
  placeId?: string;
  organisationId?: string;
  closesAt?: string;
}

/** A cohort in Lào Cai (`p34-15`) unless wished otherwise. */
export async function createCohort(
  test: TestApp,
  wish: CohortWish = {},
): Promise<{ id: string; name: string; course: TestCourse }> {
  const id = randomUUID();
  const name = wish.name ?? 'Cán bộ một cửa';
  const course = wish.course ?? (await createCourse(test));
  await test.database.source.manager.insert(CohortEntity, {
    id,
    name,
    searchKey: foldVietnamese(name),
    courseId: course.id,
    placeId: wish.placeId ?? 'p34-15',
    organisationId: wish.organisationId ?? null,
    opensAt: new Date('2026-11-01T00:00:00Z'),
    closesAt: new Date(wish.closesAt ?? '2026-12-15T00:00:00Z'),
  });
  return { id, name, course };
}

/** Puts people on a cohort; their enrolments are another matter. */
export async function addToCohort(test: TestApp, cohortId: string, personIds: string[]): Promise<void> {
  const addedAt = new Date('2026-11-01T00:00:00Z');
  await test.database.source.manager.insert(
    CohortMemberEntity,
    personIds.map((personId) => ({ cohortId, personId, addedAt })),
  );
}
