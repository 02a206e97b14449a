// People who could be added to a cohort: of its place (and organisation), and not members yet.
import type { PersonRow } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import { type StaffPersonRow, personColumns, toPersonRow } from '../accounts/people.queries.js';
import { accentedPatterns } from '../platform/database/accented-patterns.js';
import type { Database } from '../platform/database/database.js';
import { searchPattern } from '../platform/database/search-pattern.js';

/** Whether a person (`p`) of the cohort's place may be in the cohort (`h`): in one of an organisation, only its own people. */
export const isOfCohort = '(h.organisation_id IS NULL OR p.organisation_id = h.organisation_id)';

const isCandidate = `h.id = $1 AND ${isOfCohort} AND NOT EXISTS (
  SELECT 1 FROM cohort_member m WHERE m.cohort_id = h.id AND m.person_id = p.id AND m.removed_at IS NULL)`;
const tables = `cohort h
  JOIN place scope ON scope.id = h.place_id
  JOIN place pl ON pl.path <@ scope.path
  JOIN person p ON p.place_id = pl.id`;

// Two statements, because each has an index of its own and neither helps an OR of both.
const findByLogin = {
  name: 'cohorts.candidates-by-login',
  text: `SELECT ${personColumns} FROM ${tables} WHERE ${isCandidate} AND (p.email = $2 OR p.phone = $2) LIMIT $3`,
};
const findByName = {
  name: 'cohorts.candidates-by-name',
  text: `SELECT ${personColumns} FROM ${tables} WHERE ${isCandidate} AND p.search_key LIKE $2
    ORDER BY lower(p.full_name COLLATE "vi-x-icu") LIKE ANY($3::text[]) DESC, p.sort_key, p.id LIMIT $4`,
};

/** People to choose from by name without accents (exact accents first), or by a whole e-mail or phone. */
export async function findCandidatesOf(
  database: Database,
  cohortId: string,
  { q, limit }: { q?: string | undefined; limit: number },
): Promise<PersonRow[]> {
  const login = q === undefined ? null : parseLogin(q);
  const rows = login
    ? await database.rows<StaffPersonRow>(findByLogin, [cohortId, login.value, limit])
    : await database.rows<StaffPersonRow>(findByName, [
        cohortId,
        searchPattern(q) ?? '%',
        accentedPatterns(q),
        limit,
      ]);
  return rows.map(toPersonRow);
}
