// Demonstration cohorts: everybody of the place who takes the course is a member, so that the coordinator's pages are full.
import { foldVietnamese } from '@onetouch/domain';
import type { Statement, Transaction } from '../../platform/database/database.js';
import { stableId } from '../content/stable-ids.js';
import { plannedCohorts } from './plan.js';

const day = 86_400_000;

const insertCohorts: Statement = {
  name: 'demonstration.insert-cohorts',
  text: `INSERT INTO cohort (id, name, search_key, course_id, place_id, opens_at, closes_at, is_demonstration)
    SELECT r.id, r.name, r.search_key, c.id, r.place_id, r.opens_at, r.closes_at, true
    FROM json_to_recordset($1::json) AS r(id uuid, name text, search_key text, slug text, place_id text, opens_at timestamptz, closes_at timestamptz)
    JOIN course c ON c.slug = r.slug`,
};
const insertMembers: Statement = {
  name: 'demonstration.insert-members',
  text: `INSERT INTO cohort_member (cohort_id, person_id, added_at)
    SELECT k.id, e.person_id, e.enrolled_at FROM cohort k
    JOIN enrolment e ON e.course_id = k.course_id
    JOIN person p ON p.id = e.person_id AND p.is_demonstration
    JOIN place home ON home.id = p.place_id
    JOIN place area ON area.id = k.place_id AND home.path <@ area.path
    WHERE k.is_demonstration`,
};

/** Opens the planned cohorts and puts the learners of each place on them. */
export async function loadCohorts(transaction: Transaction, now: Date): Promise<void> {
  const cohorts = plannedCohorts.map((cohort) => ({
    id: stableId('cohort', cohort.name),
    name: cohort.name,
    search_key: foldVietnamese(cohort.name),
    slug: cohort.courseSlug,
    place_id: cohort.placeId,
    opens_at: new Date(now.getTime() - cohort.opensDaysAgo * day),
    closes_at: new Date(now.getTime() + cohort.closesInDays * day),
  }));
  await transaction.rows(insertCohorts, [JSON.stringify(cohorts)]);
  await transaction.rows(insertMembers, []);
}
