// Writes a person with first consents in one transaction; for registration and for whoever makes accounts beside it.
import { type Audience, type ConsentPurpose, consentTextVersion, type Locale } from '@onetouch/contract';
import { foldVietnamese, lastWordFirst, type Login } from '@onetouch/domain';
import type { Transaction } from '../platform/database/database.js';
import { oneLine } from '../platform/one-line.js';
import { constraintMeans } from '../platform/database/violations.js';

constraintMeans('person_email_key', 'person.login-taken');
constraintMeans('person_phone_key', 'person.login-taken');

export interface NewPerson {
  fullName: string;
  login: Login;
  passwordHash: string;
  audience: Audience;
  placeId: string | null;
  organisationId: string | null;
  organisationName: string;
  locale: Locale;
  consents: readonly ConsentPurpose[];
  channel: 'web' | 'operator';
}

const insertPerson = {
  name: 'accounts.insert-person',
  text: `
    INSERT INTO person (full_name, search_key, sort_key, email, phone, password_hash, audience, place_id, organisation_id, organisation_name, locale, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
};
const insertConsents = {
  name: 'accounts.insert-consents',
  text: `
    INSERT INTO consent (person_id, purpose, given, text_version, channel, decided_at)
    SELECT $1, purpose, true, $3, $4, $5 FROM unnest($2::text[]) AS purpose`,
};

/** The columns that follow from a person's name. */
export function nameColumns(fullName: string): { fullName: string; searchKey: string; sortKey: string } {
  const name = oneLine(fullName);
  return { fullName: name, searchKey: foldVietnamese(name), sortKey: lastWordFirst(name) };
}

/** Inserts and answers the id; a taken login is refused by the database with `person.login-taken`. */
export async function insertNewPerson(
  transaction: Transaction,
  person: NewPerson,
  now: Date,
): Promise<string> {
  const { fullName, searchKey, sortKey } = nameColumns(person.fullName);
  const email = person.login.kind === 'email' ? person.login.value : null;
  const phone = person.login.kind === 'phone' ? person.login.value : null;
  const [row] = await transaction.rows<{ id: string }>(insertPerson, [
    ...[fullName, searchKey, sortKey, email, phone, person.passwordHash, person.audience],
    ...[person.placeId, person.organisationId, oneLine(person.organisationName), person.locale, now],
  ]);
  if (!row) throw new Error('a person was not inserted');
  const purposes = [...new Set(person.consents)];
  await transaction.rows(insertConsents, [row.id, purposes, consentTextVersion, person.channel, now]);
  return row.id;
}
