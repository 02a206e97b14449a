// People who could be added to a cohort: of its place (and organisation), and not members yet.
import type { PersonRow } from '@onetouch/contract';
import { maskEmail, maskPhone, parseLogin } from '@onetouch/domain';
import type { Database } from '../platform/database/database.js';
import { searchPattern } from '../platform/database/search-pattern.js';

/** Whether a person (`p`) of the cohort's place may be in the cohort (`h`): in one of an organisation, only its own people. */
export const isOfCohort = '(h.organisation_id IS NULL OR p.organisation_id = h.organisation_id)';

const findCandidates = {
  name: 'cohorts.candidates',
  text: `SELECT p.id, p.full_name AS "fullName", p.email, p.phone, p.audience, pl.id AS "placeId", pl.full_name AS "placeName",
      p.organisation_name AS "organisationName", p.is_demonstration AS "isDemonstration",
      coalesce((
        SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'grantedAt', g.granted_at,
          'place', CASE WHEN gp.id IS NULL THEN NULL ELSE json_build_object('id', gp.id, 'fullName', gp.full_name) END,
          'organisation', CASE WHEN go.id IS NULL THEN NULL ELSE json_build_object('id', go.id, 'name', go.name) END) ORDER BY g.granted_at)
        FROM role_grant g LEFT JOIN place gp ON gp.id = g.place_id LEFT JOIN organisation go ON go.id = g.organisation_id
        WHERE g.person_id = p.id AND g.revoked_at IS NULL), '[]') AS grants
    FROM cohort h
      JOIN place scope ON scope.id = h.place_id
      JOIN place pl ON pl.path <@ scope.path
      JOIN person p ON p.place_id = pl.id
    WHERE h.id = $1 AND ${isOfCohort}
      AND NOT EXISTS (SELECT 1 FROM cohort_member m WHERE m.cohort_id = h.id AND m.person_id = p.id AND m.removed_at IS NULL)
      AND ($2::text IS NULL OR p.search_key LIKE $2 OR p.email = $3 OR p.phone = $3)
    ORDER BY ($4::text <> '' AND position(lower($4) IN lower(p.full_name)) > 0) DESC, p.sort_key, p.id
    LIMIT $5`,
};

type CandidateRow = Omit<PersonRow, 'loginMasked' | 'place' | 'grants'> & {
  email: string | null;
  phone: string | null;
  placeId: string;
  placeName: string;
  grants: (Omit<PersonRow['grants'][number], 'grantedAt'> & { grantedAt: string })[];
};

function toPersonRow({ email, phone, placeId, placeName, grants, ...person }: CandidateRow): PersonRow {
  return {
    ...person,
    loginMasked: email === null ? maskPhone(phone ?? '') : maskEmail(email),
    place: { id: placeId, fullName: placeName },
    grants: grants.map((grant) => ({ ...grant, grantedAt: new Date(grant.grantedAt).toISOString() })),
  };
}

/** People to choose from by name without accents (exact accents first), or by a whole e-mail or phone. */
export async function findCandidatesOf(
  database: Database,
  cohortId: string,
  { q, limit }: { q?: string | undefined; limit: number },
): Promise<PersonRow[]> {
  const login = q === undefined ? undefined : parseLogin(q);
  const rows = await database.rows<CandidateRow>(findCandidates, [
    cohortId,
    searchPattern(q),
    login?.value ?? null,
    q ?? '',
    limit,
  ]);
  return rows.map(toPersonRow);
}
