// Cohorts: a course for people of a place or an organisation in a window of time, and how far they are.
import { z } from 'zod';
import { PersonRow } from './accounts.js';
import { endpoint } from './endpoint.js';
import { Steps } from './enrolments.js';
import { limits } from './limits.js';
import { OrganisationRef, PlaceId, PlaceRef, ScopeChoice } from './places.js';
import { abilities, Id, Localized, page, PageQuery, SearchWords, text, Time } from './wire.js';

/** How many people have got how far; each one contains the next. */
export const Funnel = z.object({
  enrolled: z.int(),
  started: z.int(),
  completed: z.int(),
  certified: z.int(),
});
export type Funnel = z.infer<typeof Funnel>;

export const CohortRow = z.object({
  id: Id,
  name: z.string(),
  courseId: Id,
  courseSlug: z.string(),
  courseTitle: Localized,
  place: PlaceRef,
  organisation: OrganisationRef.nullable(),
  opensAt: Time,
  closesAt: Time,
  funnel: Funnel,
});
export type CohortRow = z.infer<typeof CohortRow>;

export const CohortDetail = CohortRow.extend({
  /** Funnels of the communes and of the organisations of the members, largest first; `ref` null gathers those without. */
  byCommune: z.array(z.object({ ref: PlaceRef.nullable(), funnel: Funnel })),
  byOrganisation: z.array(z.object({ name: z.string(), funnel: Funnel })),
  evaluatedAt: Time,
  abilities: abilities('addMembers', 'removeMembers', 'export', 'edit'),
});
export type CohortDetail = z.infer<typeof CohortDetail>;

export const MemberStatus = z.enum(['not-started', 'learning', 'completed', 'certified']);
export type MemberStatus = z.infer<typeof MemberStatus>;

export const CohortMember = z.object({
  personId: Id,
  fullName: z.string(),
  place: PlaceRef.nullable(),
  organisationName: z.string(),
  isDemonstration: z.boolean(),
  status: MemberStatus,
  steps: Steps,
  percent: z.int(),
  lastActivityAt: Time.nullable(),
  completedAt: Time.nullable(),
  certificateNumber: z.string().nullable(),
});
export type CohortMember = z.infer<typeof CohortMember>;

/** What became of the people who were to be added. Logins outside the own place look the same as unknown ones. */
export const AddedMembers = z.object({
  added: z.int(),
  already: z.int(),
  notFound: z.array(z.object({ login: z.string(), reason: z.enum(['unknown', 'malformed']) })),
  cohort: CohortDetail,
});
export type AddedMembers = z.infer<typeof AddedMembers>;

const cohortParams = z.object({ cohortId: Id });
const memberFilters = {
  q: SearchWords.optional(),
  status: MemberStatus.optional(),
  placeId: PlaceId.optional(),
  organisationName: text(limits.organisationNameLength, 0).optional(),
  sort: z.enum(['name', 'progress', 'last-activity']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
};
const cohortBody = z.strictObject({
  name: text(limits.cohortNameLength, 2),
  courseId: Id,
  placeId: PlaceId,
  organisationId: Id.nullable().default(null),
  opensAt: Time,
  closesAt: Time,
});

export const cohorts = {
  list: endpoint({
    method: 'GET',
    path: '/cohorts',
    access: 'coordinator',
    summary:
      'Cohorts of the own place or organisation and below, the one that closes last first; `scope` is where one may be opened.',
    query: z.object({ q: SearchWords.optional(), ...PageQuery }),
    response: page(CohortRow).extend({ scope: ScopeChoice }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/cohorts',
    access: 'coordinator',
    summary: 'Opens a cohort in the own scope.',
    body: cohortBody,
    response: CohortDetail,
    refuses: [
      'course.not-found',
      'course.not-published',
      'place.not-found',
      'organisation.not-found',
      'cohort.window-invalid',
      'cohort.scope-invalid',
    ],
  }),
  read: endpoint({
    method: 'GET',
    path: '/cohorts/:cohortId',
    access: 'coordinator',
    summary: 'A cohort with its figures by commune and organisation.',
    params: cohortParams,
    response: CohortDetail,
    refuses: ['cohort.not-found'],
  }),
  listMembers: endpoint({
    method: 'GET',
    path: '/cohorts/:cohortId/members',
    access: 'coordinator',
    summary:
      'The members with filters; names in Vietnamese order of the last word. `total` counts what the filters leave.',
    params: cohortParams,
    query: z.object({ ...memberFilters, ...PageQuery }),
    response: page(CohortMember).extend({ total: z.int() }),
    refuses: ['cohort.not-found'],
  }),
  candidates: endpoint({
    method: 'GET',
    path: '/cohorts/:cohortId/candidates',
    access: 'coordinator',
    summary:
      'People in the scope of the cohort who are not members yet, by name without accents, whole e-mail or phone.',
    params: cohortParams,
    query: z.object({ q: SearchWords, limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.object({ items: z.array(PersonRow) }),
    refuses: ['cohort.not-found'],
  }),
  addMembers: endpoint({
    method: 'POST',
    path: '/cohorts/:cohortId/members',
    access: 'coordinator',
    summary:
      'Adds people by id, or by e-mails and phones as pasted, and enrols them. Adding again changes nothing.',
    params: cohortParams,
    body: z.strictObject({
      personIds: z.array(Id).max(limits.loginsPerPaste).default([]),
      logins: z.array(text(limits.emailLength)).max(limits.loginsPerPaste).default([]),
    }),
    response: AddedMembers,
    refuses: ['cohort.not-found', 'access.denied'],
  }),
  removeMember: endpoint({
    method: 'DELETE',
    path: '/cohorts/:cohortId/members/:personId',
    access: 'coordinator',
    summary: 'Takes a person off the cohort; the enrolment and everything learned stay.',
    params: z.object({ cohortId: Id, personId: Id }),
    refuses: ['cohort.not-found', 'person.not-found', 'access.denied'],
  }),
  exportMembers: endpoint({
    method: 'GET',
    path: '/cohorts/:cohortId/members.csv',
    access: 'coordinator',
    summary:
      'The filtered members as CSV for Excel: UTF-8 with byte-order mark, semicolons, formulas disarmed. Streamed.',
    params: cohortParams,
    query: z.object(memberFilters),
    file: 'text/csv; charset=utf-8',
    refuses: ['cohort.not-found'],
  }),
};
