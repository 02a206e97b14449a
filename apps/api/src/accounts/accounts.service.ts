// Use cases of the own account: in, out, profile, password. Roles and consents have services of their own.
import { accounts, type InputOf, type Me } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Actor, RequestContext } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { oneLine } from '../platform/one-line.js';
import { Throttle } from '../platform/throttle.js';
import { nameColumns } from './new-person.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { PeopleQueries } from './people.queries.js';
import { PersonEntity } from './person.entity.js';
import { RegisterPerson, type Registration } from './register-person.js';
import { endSessions, SessionStore } from './session-store.js';
import { SignIn } from './sign-in.js';

type Credentials = InputOf<typeof accounts.signIn>['body'];
type ProfileChange = InputOf<typeof accounts.updateMe>['body'];
type PasswordChange = InputOf<typeof accounts.changePassword>['body'];

/** Who has just come in, with the token for the cookie. */
export interface Arrival {
  me: Me;
  token: string;
}

const findPassword = {
  name: 'accounts.find-password',
  text: 'SELECT password_hash AS "passwordHash" FROM person WHERE id = $1',
};
const replacePassword = {
  name: 'accounts.replace-password',
  text: 'UPDATE person SET password_hash = $3 WHERE id = $1 AND password_hash = $2 RETURNING id',
};

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly people: PeopleQueries,
    private readonly registration: RegisterPerson,
    private readonly passport: SignIn,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** Makes an account and signs it in. */
  async register(body: Registration, context: RequestContext<Actor | null>): Promise<Arrival> {
    return this.arrive({ personId: await this.registration.register(body, context.address) }, context);
  }

  /** Signs in; an unknown login and a wrong password are refused alike with `session.wrong-credentials`. */
  async signIn(body: Credentials, context: RequestContext<Actor | null>): Promise<Arrival> {
    const proof = await this.passport.withPassword({ body, address: context.address });
    if (!proof) throw new Problem('session.wrong-credentials');
    return this.arrive(proof, context);
  }

  /** The person behind the session, or null. */
  readSession(actor: Actor | null): Promise<Me | null> {
    return actor ? this.people.me(actor.personId) : Promise.resolve(null);
  }

  /** Ends this session, when there is one. */
  async signOut(actor: Actor | null): Promise<void> {
    if (actor) await this.sessions.end(actor.sessionHash);
  }

  /** Ends every session of the person. */
  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.sessions.endAll(actor.personId);
  }

  /** Changes what was sent of the profile and leaves the rest. */
  async updateMe(change: ProfileChange, actor: Actor): Promise<Me> {
    const { fullName, audience, placeId, locale } = change;
    const columns: Partial<PersonEntity> = {
      ...(fullName !== undefined ? nameColumns(fullName) : {}),
      ...(audience !== undefined ? { audience } : {}),
      ...(placeId !== undefined ? { placeId: await this.registration.homePlace(placeId) } : {}),
      ...(locale !== undefined ? { locale } : {}),
      ...(await this.organisationChange(change)),
    };

    if (Object.keys(columns).length > 0)
      await this.database.source.manager.update(PersonEntity, { id: actor.personId }, columns);
    if (fullName !== undefined) this.sessions.refresh(actor.personId);
    return this.meOf(actor.personId);
  }

  /** Changes the password and ends every other session in one; refuses with `person.wrong-password`. */
  async changePassword(change: PasswordChange, actor: Actor): Promise<void> {
    const { personId, sessionHash } = actor;
    await this.throttle.consume('password.person', personId);
    const stored = (await this.database.row<{ passwordHash: string }>(findPassword, [personId]))
      ?.passwordHash;
    if (!(await verifyPassword(stored, change.current))) throw new Problem('person.wrong-password');

    const next = await hashPassword(change.next);
    await this.database.transaction(async (transaction) => {
      const changed = await transaction.rows(replacePassword, [personId, stored, next]);
      // Somebody changed it in the meantime, so what was typed is the old one by now.
      if (changed.length === 0) throw new Problem('person.wrong-password');
      await transaction.rows(endSessions, [personId, this.clock.now(), sessionHash]);
    });
    this.sessions.refresh(personId);
    await this.throttle.forget('password.person', personId);
  }

  /** Opens a session; one that the browser carried until now ends, because its cookie is overwritten. */
  private async arrive(
    { personId, passwordHash }: { personId: string; passwordHash?: string },
    context: RequestContext<Actor | null>,
  ): Promise<Arrival> {
    const token = await this.sessions.open(personId, context.userAgent, passwordHash);
    if (context.actor) await this.sessions.end(context.actor.sessionHash);
    return { me: await this.meOf(personId), token };
  }

  private async meOf(personId: string): Promise<Me> {
    const me = await this.people.me(personId);
    if (!me) throw new Problem('session.missing');
    return me;
  }

  /** A typed name takes the place of a chosen organisation. */
  private async organisationChange(change: ProfileChange): Promise<Partial<PersonEntity>> {
    const { organisationId, organisationName } = change;
    if (organisationId === undefined && organisationName === undefined) return {};
    const organisation = await this.registration.organisation(organisationId ?? null, organisationName ?? '');
    return { ...organisation, organisationName: oneLine(organisation.organisationName) };
  }
}
