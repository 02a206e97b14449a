// Who is asking. Read from the session at the door and handed to every use case; rooms decide what it may do.
import type { Role } from '@onetouch/contract';

export interface ActorGrant {
  id: string;
  role: Role;
  /** ltree path of the place that the grant covers, for an organisation grant the path of its place. */
  path: string;
  placeId: string | null;
  organisationId: string | null;
}

export interface Actor {
  personId: string;
  fullName: string;
  /** Hash of the session token, as stored. */
  sessionHash: string;
  grants: readonly ActorGrant[];
}

/** What a handler knows beside its input. `actor` is null only behind a `public` endpoint. */
export interface RequestContext<A = Actor> {
  actor: A;
  address: string;
  userAgent: string;
  requestId: string;
}

/** Finds the actor of a session cookie. Implemented by the accounts room, asked by the door. */
export abstract class Sessions {
  abstract actorOf(token: string): Actor | null | Promise<Actor | null>;
}
