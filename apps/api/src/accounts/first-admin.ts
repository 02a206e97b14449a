// The first admin of an installation: from the configuration, or made up and told once. Runs before the service listens.
import { randomInt } from 'node:crypto';
import { type Login, parseLogin } from '@onetouch/domain';
import { type Config, ConfigError } from '../config.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { insertNewPerson } from './new-person.js';
import { hashPassword } from './passwords.js';

/** What the caller shows once; the password is kept nowhere else. */
export interface MadeAdmin {
  login: string;
  password: string;
}

const madeLogin = 'quantri@onetouch.local';
/** Letters and digits that cannot be mistaken for each other, on paper or on the telephone. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';
const lockKey = 7_401_002;

const lock = { name: 'accounts.lock-first-admin', text: 'SELECT pg_advisory_xact_lock($1)' };
const findAdmins = {
  name: 'accounts.find-country-admins',
  text: `
    SELECT p.id, p.email, p.phone FROM role_grant g JOIN person p ON p.id = g.person_id
    WHERE g.role = 'admin' AND g.place_id = 'vn' AND g.revoked_at IS NULL AND NOT p.is_demonstration`,
};
/** Whoever held this login before did so without proof; the operator's password takes over, and sessions end. */
const takeOver = {
  name: 'accounts.take-over-person',
  text: `
    WITH taken AS (UPDATE person SET password_hash = $2, is_demonstration = false WHERE email = $1 OR phone = $1 RETURNING id),
    ended AS (UPDATE session SET ended_at = $3 WHERE person_id IN (SELECT id FROM taken) AND ended_at IS NULL)
    SELECT id FROM taken`,
};
const grantAdmin = {
  name: 'accounts.grant-first-admin',
  text: `INSERT INTO role_grant (person_id, role, place_id, granted_at) VALUES ($1, 'admin', 'vn', $2) ON CONFLICT DO NOTHING`,
};

/** Sixteen readable characters in groups of four: about 79 bits. */
function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

function loginOf(typed: string): Login {
  const login = parseLogin(typed);
  if (!login)
    throw new ConfigError('ONETOUCH_ADMIN_LOGIN must be an e-mail address or a Vietnamese phone number');
  return login;
}

async function makeAdmin(
  transaction: Transaction,
  account: { login: Login; password: string },
  now: Date,
): Promise<void> {
  const passwordHash = await hashPassword(account.password);
  const [known] = await transaction.rows<{ id: string }>(takeOver, [account.login.value, passwordHash, now]);
  const person = {
    fullName: 'Quản trị viên',
    login: account.login,
    passwordHash,
    placeId: null,
    organisationId: null,
    organisationName: '',
  };
  const defaults = {
    audience: 'government',
    locale: 'vi',
    consents: ['training-record'],
    channel: 'operator',
  } as const;
  const id = known?.id ?? (await insertNewPerson(transaction, { ...person, ...defaults }, now));
  await transaction.rows(grantAdmin, [id, now]);
}

/**
 * Makes sure that somebody administers the country. A configured login is always made an admin, so an operator who lost the password
 * gets in again; without one an account is made only when there is no admin, and answered with its password. Otherwise null. Two at
 * once make one.
 */
export async function ensureFirstAdmin(
  database: Database,
  configured: Config['firstAdmin'],
  now: Date,
): Promise<MadeAdmin | null> {
  const login = loginOf(configured?.login ?? madeLogin);
  return database.transaction(async (transaction) => {
    await transaction.rows(lock, [lockKey]);
    const admins = await transaction.rows<{ email: string | null; phone: string | null }>(findAdmins);
    const isThere = configured
      ? admins.some((admin) => admin.email === login.value || admin.phone === login.value)
      : admins.length > 0;
    if (isThere) return null;
    const password = configured?.password ?? readablePassword();
    await makeAdmin(transaction, { login, password }, now);
    return configured ? null : { login: login.value, password };
  });
}
