// People to try the platform as, and the organisation that issues; all marked as demonstration, never loaded in production.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Audience, consentTextVersion, type Role } from '@onetouch/contract';
import { foldVietnamese } from '@onetouch/domain';
import { z } from 'zod';
import { nameColumns } from '../accounts/new-person.js';
import { hashPassword } from '../accounts/passwords.js';
import type { Database, Statement, Transaction } from '../platform/database/database.js';
import { stableId } from './content/stable-ids.js';
import type { DemonstrationTools } from './demonstration-tools.js';

/** The list that is printed at the start: who, with which login and password. */
const Accounts = z.array(z.strictObject({ role: z.string(), login: z.email(), password: z.string().min(8) }));

interface Account {
  fullName: string;
  audience: Audience;
  placeId: string;
  grant?: { role: Role; placeId: string };
  /** Works at the issuer. */
  isStaff?: true;
}

const accounts: Record<string, Account> = {
  'hocvien@demo.onetouch.local': { fullName: 'Nguyễn Thị Mai', audience: 'resident', placeId: 'c-02680' },
  'giangvien@demo.onetouch.local': {
    fullName: 'Trần Quang Huy',
    audience: 'government',
    placeId: 'p34-01',
    grant: { role: 'trainer', placeId: 'p34-01' },
    isStaff: true,
  },
  'phutrach@demo.onetouch.local': {
    fullName: 'Lý Thị Hoa',
    audience: 'government',
    placeId: 'p34-15',
    grant: { role: 'coordinator', placeId: 'p34-15' },
  },
  'quantri.demo@demo.onetouch.local': {
    fullName: 'Phạm Minh Đức',
    audience: 'government',
    placeId: 'p34-01',
    grant: { role: 'admin', placeId: 'vn' },
    isStaff: true,
  },
};

const issuer = {
  id: stableId('organisation', 'KNS'),
  name: 'Trung tâm Đào tạo kỹ năng số (minh họa)',
  code: 'KNS',
  placeId: 'p34-01',
};
const trainerLogin = 'giangvien@demo.onetouch.local';

/** Who owns the demonstration courses, and who issues their certificates. */
export interface DemonstrationOwners {
  readonly trainerId: string;
  readonly issuerId: string;
}

const insertOrganisation: Statement = {
  name: 'demonstration.insert-organisation',
  text: `INSERT INTO organisation (id, name, search_key, kind, place_id, issuer_code, is_demonstration)
    VALUES ($1, $2, $3, 'agency', $4, $5, true) ON CONFLICT (id) DO NOTHING`,
};
const findPeople: Statement = {
  name: 'demonstration.find-people',
  text: 'SELECT id, email FROM person WHERE email = ANY($1::text[])',
};
const insertPerson: Statement = {
  name: 'demonstration.insert-person',
  text: `INSERT INTO person (id, full_name, search_key, sort_key, email, password_hash, audience, place_id, organisation_id, organisation_name, is_demonstration, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, $11) ON CONFLICT DO NOTHING RETURNING id`,
};
const insertConsent: Statement = {
  name: 'demonstration.insert-consent',
  text: `INSERT INTO consent (person_id, purpose, given, text_version, channel, decided_at) VALUES ($1, 'training-record', true, $2, 'demonstration', $3)`,
};
const insertGrant: Statement = {
  name: 'demonstration.insert-grant',
  text: 'INSERT INTO role_grant (person_id, role, place_id, granted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
};

async function insertAccount(
  transaction: Transaction,
  login: string,
  { account, passwordHash, now }: { account: Account; passwordHash: string; now: Date },
) {
  const { fullName, searchKey, sortKey } = nameColumns(account.fullName);
  const work = account.isStaff ? [issuer.id, issuer.name] : [null, ''];
  const values = [
    stableId('person', login),
    fullName,
    searchKey,
    sortKey,
    login,
    passwordHash,
    account.audience,
    account.placeId,
    ...work,
    now,
  ];
  const [person] = await transaction.rows<{ id: string }>(insertPerson, values);
  if (!person) return;
  await transaction.rows(insertConsent, [person.id, consentTextVersion, now]);
  if (account.grant)
    await transaction.rows(insertGrant, [person.id, account.grant.role, account.grant.placeId, now]);
}

async function idsOf(database: Database, logins: string[]): Promise<Map<string, string>> {
  const rows = await database.rows<{ id: string; email: string }>(findPeople, [logins]);
  return new Map(rows.map(({ id, email }) => [email, id]));
}

/** Makes the accounts that are missing; those that are there stay as people have changed them. Answers the owners of the courses. */
export async function loadDemonstrationAccounts(tools: DemonstrationTools): Promise<DemonstrationOwners> {
  const { database, folder, clock } = tools;
  const listed = Accounts.parse(JSON.parse(readFileSync(join(folder, 'accounts.json'), 'utf8')));
  const known = await idsOf(
    database,
    listed.map(({ login }) => login),
  );
  const missing = listed.filter(({ login }) => !known.has(login));
  const trainerId = known.get(trainerLogin) ?? stableId('person', trainerLogin);
  if (missing.length === 0) return { trainerId, issuerId: issuer.id };
  await database.rows(insertOrganisation, [
    issuer.id,
    issuer.name,
    foldVietnamese(issuer.name),
    issuer.placeId,
    issuer.code,
  ]);
  for (const { login, password } of missing) {
    const account = accounts[login];
    if (!account) throw new Error(`accounts.json names ${login}, of whom nothing is known`);
    const passwordHash = await hashPassword(password);
    await database.transaction((transaction) =>
      insertAccount(transaction, login, { account, passwordHash, now: clock.now() }),
    );
  }
  tools.say(`demonstration: ${missing.length} accounts made`);
  return { trainerId, issuerId: issuer.id };
}
