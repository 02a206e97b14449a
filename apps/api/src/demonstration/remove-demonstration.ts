// Takes the demonstration away again: its people with all they did, its cohorts, and its courses with their files unless real people
// learn in them. What anybody else has made or brought stays.
import type { Statement, Transaction } from '../platform/database/database.js';
import type { DemonstrationTools } from './demonstration-tools.js';

const step = (name: string, text: string): Statement => ({ name: `demonstration.remove-${name}`, text });

// Each statement frees what the next one deletes; facts of real people are in none of them.
const steps: readonly Statement[] = [
  // With the papers that were drawn for them and that nobody opened.
  step(
    'candidates',
    `WITH gone AS (
        DELETE FROM exam_candidate c USING exam x WHERE x.id = c.exam_id AND x.is_demonstration RETURNING c.paper_id)
      DELETE FROM paper USING gone WHERE paper.id = gone.paper_id
        AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.paper_id = paper.id)`,
  ),
  step('exams', 'DELETE FROM exam WHERE is_demonstration'),
  step('cohorts', 'DELETE FROM cohort WHERE is_demonstration'),
  step(
    'certificates',
    'DELETE FROM certificate USING person p WHERE p.id = certificate.person_id AND p.is_demonstration',
  ),
  step(
    'attempts',
    `WITH gone AS (
        DELETE FROM attempt a USING person p WHERE p.id = a.person_id AND p.is_demonstration RETURNING a.paper_id)
      DELETE FROM paper USING gone WHERE paper.id = gone.paper_id
        AND NOT EXISTS (SELECT 1 FROM exam_candidate c WHERE c.paper_id = paper.id)`,
  ),
  step(
    'enrolments',
    'DELETE FROM enrolment USING person p WHERE p.id = enrolment.person_id AND p.is_demonstration',
  ),
  step(
    'courses',
    `DELETE FROM course c WHERE c.is_demonstration
      AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.course_id = c.id) AND NOT EXISTS (SELECT 1 FROM cohort k WHERE k.course_id = c.id)
      AND NOT EXISTS (SELECT 1 FROM exam x WHERE x.course_id = c.id)`,
  ),
  step(
    'people',
    `DELETE FROM person p WHERE p.is_demonstration
      AND NOT EXISTS (SELECT 1 FROM course c WHERE c.owner_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM course_version v WHERE v.published_by = p.id)
      AND NOT EXISTS (SELECT 1 FROM certificate x WHERE x.revoked_by = p.id)
      AND NOT EXISTS (SELECT 1 FROM attempt_extension y WHERE y.author_id = p.id)`,
  ),
  step(
    'registers',
    `DELETE FROM certificate_register r USING organisation o WHERE o.id = r.issuer_id AND o.is_demonstration
      AND NOT EXISTS (SELECT 1 FROM certificate x WHERE x.issuer_id = r.issuer_id)`,
  ),
  step(
    'organisations',
    `DELETE FROM organisation o WHERE o.is_demonstration
      AND NOT EXISTS (SELECT 1 FROM course c WHERE c.issuer_id = o.id) AND NOT EXISTS (SELECT 1 FROM person p WHERE p.organisation_id = o.id)
      AND NOT EXISTS (SELECT 1 FROM certificate x WHERE x.issuer_id = o.id) AND NOT EXISTS (SELECT 1 FROM cohort k WHERE k.organisation_id = o.id)
      AND NOT EXISTS (SELECT 1 FROM exam y WHERE y.organisation_id = o.id)
      AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.organisation_id = o.id)`,
  ),
  step(
    'files',
    `DELETE FROM file f WHERE f.is_demonstration AND NOT EXISTS (SELECT 1 FROM course c WHERE c.draft::text LIKE '%' || f.hash || '%')
      AND NOT EXISTS (SELECT 1 FROM course_version v WHERE v.document::text LIKE '%' || f.hash || '%')`,
  ),
];
const signOutStaff = step(
  'sessions',
  'DELETE FROM session USING person p WHERE p.id = session.person_id AND p.is_demonstration',
);
const closeStaff = step(
  'staff',
  `UPDATE role_grant g SET revoked_at = $1 FROM person p WHERE p.id = g.person_id AND p.is_demonstration AND g.revoked_at IS NULL`,
);
const lockStaff = step('passwords', `UPDATE person SET password_hash = '!' WHERE is_demonstration`);
const remember = step(
  'remember',
  'INSERT INTO demonstration (removed_at) VALUES ($1) ON CONFLICT DO NOTHING',
);
const keptCourses = step('kept', 'SELECT slug FROM course WHERE is_demonstration ORDER BY slug');

async function removeIn(transaction: Transaction, now: Date): Promise<string[]> {
  for (const statement of steps) await transaction.rows(statement);
  // Staff who must stay because a course is theirs can sign in no more.
  await transaction.rows(signOutStaff);
  await transaction.rows(closeStaff, [now]);
  await transaction.rows(lockStaff);
  await transaction.rows(remember, [now]);
  return (await transaction.rows<{ slug: string }>(keptCourses)).map((row) => row.slug);
}

/** Removes the demonstration in one transaction and says what had to stay. */
export async function removeDemonstration({ database, clock, say }: DemonstrationTools): Promise<void> {
  const kept = await database.transaction((transaction) => removeIn(transaction, clock.now()));
  say('the demonstration people, their progress and their cohorts are removed');
  for (const slug of kept) say(`the course ${slug} stays, because real people are enrolled in it`);
}
