// The endpoints of accounts, one line each; cookies are set here and nowhere else.
import { accounts, type InputOf } from '@onetouch/contract';
import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import type { Actor, RequestContext } from '../platform/http/actor.js';
import { Handles } from '../platform/http/handles.js';
import { AccountsService, type Arrival } from './accounts.service.js';
import { ConsentsService } from './consents.service.js';
import { GrantsService } from './grants.service.js';
import { PeopleQueries } from './people.queries.js';
import { giveSessionCookie, takeSessionCookie } from './session-cookie.js';

type MaybeActor = RequestContext<Actor | null>;

@Controller()
export class AccountsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly service: AccountsService,
    private readonly consents: ConsentsService,
    private readonly grants: GrantsService,
    private readonly people: PeopleQueries,
  ) {}

  @Handles(accounts.register)
  async register(input: InputOf<typeof accounts.register>, context: MaybeActor, reply: FastifyReply) {
    return this.welcome(await this.service.register(input.body, context), reply);
  }

  @Handles(accounts.signIn)
  async signIn(input: InputOf<typeof accounts.signIn>, context: MaybeActor, reply: FastifyReply) {
    return this.welcome(await this.service.signIn(input.body, context), reply);
  }

  @Handles(accounts.readSession)
  async readSession(_input: unknown, context: MaybeActor) {
    return { me: await this.service.readSession(context.actor) };
  }

  @Handles(accounts.signOut)
  async signOut(_input: unknown, context: MaybeActor, reply: FastifyReply) {
    await this.service.signOut(context.actor);
    takeSessionCookie(reply, this.config);
  }

  @Handles(accounts.signOutEverywhere)
  async signOutEverywhere(_input: unknown, context: RequestContext, reply: FastifyReply) {
    await this.service.signOutEverywhere(context.actor);
    takeSessionCookie(reply, this.config);
  }

  @Handles(accounts.updateMe)
  updateMe(input: InputOf<typeof accounts.updateMe>, context: RequestContext) {
    return this.service.updateMe(input.body, context.actor);
  }

  @Handles(accounts.changePassword)
  changePassword(input: InputOf<typeof accounts.changePassword>, context: RequestContext) {
    return this.service.changePassword(input.body, context.actor);
  }

  @Handles(accounts.listConsents)
  listConsents(_input: unknown, context: RequestContext) {
    return this.consents.list(context.actor);
  }

  @Handles(accounts.decideConsent)
  decideConsent(input: InputOf<typeof accounts.decideConsent>, context: RequestContext) {
    return this.consents.decide(input.params.purpose, input.body.given, context.actor);
  }

  @Handles(accounts.searchPeople)
  searchPeople(input: InputOf<typeof accounts.searchPeople>, context: RequestContext) {
    return this.people.search(input.query, context.actor);
  }

  @Handles(accounts.grantRole)
  grantRole(input: InputOf<typeof accounts.grantRole>, context: RequestContext) {
    return this.grants.grant(input.body, context.actor);
  }

  @Handles(accounts.revokeGrant)
  revokeGrant(input: InputOf<typeof accounts.revokeGrant>, context: RequestContext) {
    return this.grants.revoke(input.params.grantId, context.actor);
  }

  private welcome(arrival: Arrival, reply: FastifyReply) {
    giveSessionCookie(reply, this.config, arrival.token);
    return arrival.me;
  }
}
