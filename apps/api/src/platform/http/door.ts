// The door of every endpoint: closed unless its row of the table opens it. Knows sessions and roles, no rows.
import type { Access, Endpoint } from '@onetouch/contract';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { type Actor, Sessions } from './actor.js';
import { ENDPOINT, type KnownRequest } from './handles.js';
import { Problem } from './problem.js';

export const sessionCookie = 'onetouch_session';

/** Roles that open a door; an admin passes all of them, and the policy of the row decides the rest. */
function opens(access: Access, actor: Actor | null): boolean {
  if (access === 'public') return true;
  if (!actor) throw new Problem('session.missing');
  if (access === 'signed-in') return true;
  return actor.grants.some((grant) => grant.role === access || grant.role === 'admin');
}

@Injectable()
export class Door implements CanActivate {
  private readonly ownOrigin: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sessions: Sessions,
  ) {
    this.ownOrigin = new URL(config.publicUrl).origin;
  }

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
    if (!endpoint) throw new Problem('access.denied');
    const request = context.switchToHttp().getRequest<KnownRequest>();
    if (endpoint.method !== 'GET') this.refuseForeignOrigin(request);
    const token = request.cookies[sessionCookie];
    const found = token ? this.sessions.actorOf(token) : null;
    return found instanceof Promise
      ? found.then((actor) => this.admit(endpoint, request, actor))
      : this.admit(endpoint, request, found);
  }

  private admit(endpoint: Endpoint, request: KnownRequest, actor: Actor | null): boolean {
    request.actor = actor;
    if (opens(endpoint.access, actor)) return true;
    throw new Problem('access.denied');
  }

  /** A browser says where a request comes from; only the own page may change anything. Programs without a browser send neither header. */
  private refuseForeignOrigin(request: KnownRequest): void {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new Problem('request.foreign-origin');
    const origin = request.headers.origin;
    if (origin === undefined) return;
    const isOwn = origin === this.ownOrigin || origin === `${request.protocol}://${request.headers.host}`;
    if (!isOwn) throw new Problem('request.foreign-origin');
  }
}
