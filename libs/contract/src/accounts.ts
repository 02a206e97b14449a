// People, their sessions, consents and role grants.
import { z } from 'zod';
import { Audience } from './content.js';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { OrganisationRef, PlaceId, PlaceRef } from './places.js';
import { abilities, Id, Locale, page, PageQuery, SearchWords, text, Time } from './wire.js';

export const Role = z.enum(['trainer', 'coordinator', 'admin']);
export type Role = z.infer<typeof Role>;

/** What a person may be asked to agree to, each by itself. `training-record` is needed to have an account. */
export const ConsentPurpose = z.enum([
  'training-record',
  'certificate-publication',
  'reminders',
  'improvement',
]);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;
/** The version of the consent texts that the page shows; kept with every consent. */
export const consentTextVersion = '2026-11-01';

/** An e-mail address or a phone number as people write it; the server normalises phones to +84. */
const Login = text(limits.emailLength, 3);
const Password = z.string().min(limits.passwordMinLength).max(limits.passwordMaxLength);
/** With a letter that can be seen: a name of marks or fillers alone is an empty line on a certificate. */
const FullName = text(limits.fullNameLength, 2).refine(
  (name) => /(?!\p{Default_Ignorable_Code_Point})\p{L}/u.test(name),
  { error: 'must hold a letter' },
);
const ConsentGiven = z.strictObject({ purpose: ConsentPurpose, textVersion: z.literal(consentTextVersion) });
/** Chosen from the list, or typed freely; both empty means none. */
const organisationFields = {
  organisationId: Id.nullable().default(null),
  organisationName: text(limits.organisationNameLength, 0).default(''),
};

export const GrantScope = z.union([
  z.strictObject({ placeId: PlaceId }),
  z.strictObject({ organisationId: Id }),
]);
export const Grant = z.object({
  id: Id,
  role: Role,
  place: PlaceRef.nullable(),
  organisation: OrganisationRef.nullable(),
  grantedAt: Time,
});
export type Grant = z.infer<typeof Grant>;

/** The signed-in person as the page needs it. */
export const Me = z.object({
  id: Id,
  fullName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  audience: Audience,
  place: PlaceRef.nullable(),
  province: PlaceRef.nullable(),
  organisation: OrganisationRef.nullable(),
  organisationName: z.string(),
  locale: Locale,
  isDemonstration: z.boolean(),
  grants: z.array(Grant),
  abilities: abilities('author', 'coordinate', 'administer'),
});
export type Me = z.infer<typeof Me>;

export const Consent = z.object({
  purpose: ConsentPurpose,
  textVersion: z.string(),
  givenAt: Time.nullable(),
  withdrawnAt: Time.nullable(),
});
export type Consent = z.infer<typeof Consent>;

/** A person as staff sees them: phone and e-mail masked. */
export const PersonRow = z.object({
  id: Id,
  fullName: z.string(),
  loginMasked: z.string(),
  audience: Audience,
  place: PlaceRef.nullable(),
  organisationName: z.string(),
  isDemonstration: z.boolean(),
  grants: z.array(Grant),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** What the reader may grant: each role with the kinds of scope that it can be held in, within these places. */
export const Grantable = z.object({
  roles: z.array(z.object({ role: Role, scopes: z.array(z.enum(['place', 'organisation'])) })),
  places: z.array(PlaceRef),
});
export type Grantable = z.infer<typeof Grantable>;

export const accounts = {
  register: endpoint({
    method: 'POST',
    path: '/people',
    access: 'public',
    summary: 'Creates an account with an e-mail address or a phone number and signs it in.',
    body: z.strictObject({
      fullName: FullName,
      login: Login,
      password: Password,
      audience: Audience,
      placeId: PlaceId,
      ...organisationFields,
      locale: Locale.default('vi'),
      consents: z.array(ConsentGiven).max(10),
    }),
    response: Me,
    refuses: [
      'person.login-taken',
      'person.consent-required',
      'place.not-found',
      'place.not-current',
      'organisation.not-found',
      'request.throttled',
    ],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    access: 'public',
    summary: 'Signs in and sets the session cookie.',
    body: z.strictObject({ login: Login, password: z.string().min(1).max(limits.passwordMaxLength) }),
    response: Me,
    refuses: ['session.wrong-credentials', 'request.throttled'],
  }),
  readSession: endpoint({
    method: 'GET',
    path: '/session',
    access: 'public',
    summary: 'The signed-in person, or null for a visitor.',
    response: z.object({ me: Me.nullable() }),
  }),
  signOut: endpoint({ method: 'DELETE', path: '/session', access: 'public', summary: 'Ends this session.' }),
  signOutEverywhere: endpoint({
    method: 'DELETE',
    path: '/me/sessions',
    access: 'signed-in',
    summary: 'Ends every session of this person, this one too, on every device within 30 seconds.',
  }),
  updateMe: endpoint({
    method: 'PATCH',
    path: '/me',
    access: 'signed-in',
    summary: 'Changes the own profile. Certificates already issued keep the name as issued.',
    body: z.strictObject({
      fullName: FullName.optional(),
      audience: Audience.optional(),
      placeId: PlaceId.optional(),
      organisationId: Id.nullable().optional(),
      organisationName: text(limits.organisationNameLength, 0).optional(),
      locale: Locale.optional(),
    }),
    response: Me,
    refuses: ['place.not-found', 'place.not-current', 'organisation.not-found'],
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/me/password',
    access: 'signed-in',
    summary: 'Changes the own password and ends every other session.',
    body: z.strictObject({ current: z.string().min(1).max(limits.passwordMaxLength), next: Password }),
    refuses: ['person.wrong-password', 'request.throttled'],
  }),
  listConsents: endpoint({
    method: 'GET',
    path: '/me/consents',
    access: 'signed-in',
    summary: 'Every purpose with the time and text version of the consent given or withdrawn.',
    response: z.object({ items: z.array(Consent) }),
  }),
  decideConsent: endpoint({
    method: 'PUT',
    path: '/me/consents/:purpose',
    access: 'signed-in',
    summary:
      'Gives or withdraws one consent. `training-record` cannot be withdrawn while the account exists.',
    params: z.object({ purpose: ConsentPurpose }),
    body: z.strictObject({ given: z.boolean(), textVersion: z.literal(consentTextVersion) }),
    response: z.object({ items: z.array(Consent) }),
    refuses: ['person.consent-required'],
  }),
  searchPeople: endpoint({
    method: 'GET',
    path: '/people',
    access: 'coordinator',
    summary:
      'Finds people of the own scope by name without accents, whole e-mail or whole phone. `grantable` is what the reader may grant to them; nothing for who is no admin.',
    query: z.object({
      q: SearchWords.optional(),
      placeId: PlaceId.optional(),
      role: Role.optional(),
      ...PageQuery,
    }),
    response: page(PersonRow).extend({ grantable: Grantable }),
  }),
  grantRole: endpoint({
    method: 'POST',
    path: '/grants',
    access: 'admin',
    summary: 'Grants a role within a place or an organisation that lies in the own scope.',
    body: z.strictObject({ personId: Id, role: Role, scope: GrantScope }),
    response: Grant,
    refuses: [
      'person.not-found',
      'place.not-found',
      'organisation.not-found',
      'grant.exists',
      'grant.scope-invalid',
    ],
  }),
  revokeGrant: endpoint({
    method: 'DELETE',
    path: '/grants/:grantId',
    access: 'admin',
    summary: 'Revokes a grant; it ends within 30 seconds everywhere. The last admin of the country stays.',
    params: z.object({ grantId: Id }),
    refuses: ['grant.not-found', 'grant.last-admin'],
  }),
};
