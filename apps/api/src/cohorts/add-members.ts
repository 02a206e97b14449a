// Adding people to a cohort by id or by pasted logins: whoever is not of the cohort's place (and organisation) counts as unknown.
import type { AddedMembers } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import { enrolPeople } from '../enrolments/enrol-people.js';
import type { Transaction } from '../platform/database/database.js';
import { isOfCohort } from './candidates.js';

const findPeople = {
  name: 'cohorts.find-people',
  text: `SELECT p.id, p.email, p.phone FROM cohort h
      JOIN place scope ON scope.id = h.place_id
      JOIN place pl ON pl.path <@ scope.path
      JOIN person p ON p.place_id = pl.id
    WHERE h.id = $1 AND ${isOfCohort}
      AND (p.id = ANY($2::uuid[]) OR p.email = ANY($3::text[]) OR p.phone = ANY($3::text[]))
    ORDER BY p.id`,
};
// The order of the ids keeps two pastes of the same people from waiting for each other.
const insertMembers = {
  name: 'cohorts.add-members',
  text: `INSERT INTO cohort_member (cohort_id, person_id, added_at, added_by)
    SELECT $1, person_id, $3, $4 FROM unnest($2::uuid[]) AS person_id ORDER BY person_id
    ON CONFLICT (cohort_id, person_id) DO UPDATE
      SET removed_at = NULL, added_at = excluded.added_at, added_by = excluded.added_by
      WHERE cohort_member.removed_at IS NOT NULL
    RETURNING person_id`,
};

interface FoundPerson {
  id: string;
  email: string | null;
  phone: string | null;
}

export interface Paste {
  personIds: string[];
  logins: string[];
}

interface Adding {
  /** Of the cohort's course, as it is published today. */
  version: PublishedVersion;
  paste: Paste;
  addedBy: string;
  now: Date;
}

type Added = Omit<AddedMembers, 'cohort'>;

function notFoundOf(paste: Paste, found: FoundPerson[]): Added['notFound'] {
  const ids = new Set(found.map((person) => person.id));
  const logins = new Set(found.flatMap((person) => [person.email, person.phone]));
  const unknownIds = [...new Set(paste.personIds)]
    .filter((id) => !ids.has(id))
    .map((login) => ({ login, reason: 'unknown' as const }));
  const missing = [...new Set(paste.logins)].flatMap((login): Added['notFound'] => {
    const parsed = parseLogin(login);
    if (!parsed) return [{ login, reason: 'malformed' }];
    return logins.has(parsed.value) ? [] : [{ login, reason: 'unknown' }];
  });
  return [...unknownIds, ...missing];
}

/** Adds and enrols those who are found, in one statement each; members stay as they are, a removed one comes back. */
export async function addMembers(
  transaction: Transaction,
  cohortId: string,
  { version, paste, addedBy, now }: Adding,
): Promise<Added> {
  const logins = paste.logins.flatMap((login) => parseLogin(login)?.value ?? []);
  const found = await transaction.rows<FoundPerson>(findPeople, [cohortId, paste.personIds, logins]);
  const ids = found.map((person) => person.id);
  const added = await transaction.rows(insertMembers, [cohortId, ids, now, addedBy]);
  await enrolPeople(transaction, version, { personIds: ids, now });
  return { added: added.length, already: ids.length - added.length, notFound: notFoundOf(paste, found) };
}
