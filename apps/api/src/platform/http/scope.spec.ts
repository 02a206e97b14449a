import { describe, expect, it } from '@jest/globals';
import type { Actor, ActorGrant } from './actor.js';
import { reaches, scopeOf } from './scope.js';

const laoCai = { placeId: 'p34-15', path: 'vn.p15', organisationId: null };
/** The path of a grant in an organisation is that of its place. */
const postOffice = { placeId: null, path: 'vn.p15.c02680', organisationId: 'o-1' };
const actorWith = (...grants: Omit<ActorGrant, 'id'>[]): Actor => ({
  personId: 'p',
  fullName: 'Lò Thị Bình',
  sessionHash: 's',
  grants: grants.map((grant, index) => ({ ...grant, id: String(index) })),
});
const coordinator = actorWith({ role: 'coordinator', ...laoCai }, { role: 'trainer', ...postOffice });

describe('the scope of grants', () => {
  it('is made of the roles that are asked about and of no other', () => {
    expect(scopeOf(coordinator, ['coordinator', 'admin'])).toEqual({
      paths: ['vn.p15'],
      organisationIds: [],
    });
    expect(scopeOf(coordinator, ['trainer'])).toEqual({ paths: [], organisationIds: ['o-1'] });
    expect(scopeOf(coordinator, ['admin'])).toEqual({ paths: [], organisationIds: [] });
  });

  it.each([
    ['the place itself', { path: 'vn.p15', organisationId: null }, true],
    ['a commune of it', { path: 'vn.p15.c02680', organisationId: null }, true],
    ['an organisation in it', { path: 'vn.p15.c02680', organisationId: 'o-2' }, true],
    ['the neighbour whose number begins alike', { path: 'vn.p151', organisationId: null }, false],
    ['the country above it', { path: 'vn', organisationId: null }, false],
  ])('of a place: %s', (_what, spot, expected) => {
    expect(reaches(scopeOf(coordinator, ['coordinator']), spot)).toBe(expected);
  });

  it.each([
    ['the organisation', { path: 'vn.p15.c02680', organisationId: 'o-1' }, true],
    ['another one in the same place', { path: 'vn.p15.c02680', organisationId: 'o-2' }, false],
    ['the place where it stands', { path: 'vn.p15.c02680', organisationId: null }, false],
  ])('of an organisation never grows into its place: %s', (_what, spot, expected) => {
    expect(reaches(scopeOf(coordinator, ['trainer']), spot)).toBe(expected);
  });
});
