// Sessions: opaque tokens, stored hashed, found through a small cache so that a hot request needs no query.
import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../platform/clock.js';
import { Batches } from '../platform/database/batches.js';
import { Database } from '../platform/database/database.js';
import { type Actor, Sessions } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';

/** A revoked session or grant is gone everywhere after this long at most. */
const cacheMs = 30_000;
const cachedSessions = 20_000;
export const sessionDays = 30;
/** Sessions that are over stay this long, for whoever looks into a complaint. */
const keptOverMs = 86_400_000;
/** More than one, so that they become fewer at every sign-in. */
const removedAtOnce = 10;

const findSessions = {
  name: 'accounts.find-sessions',
  text: `
    SELECT s.token_hash AS "sessionHash", s.person_id AS "personId", p.full_name AS "fullName", coalesce((
      SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'path', pl.path::text, 'placeId', g.place_id, 'organisationId', g.organisation_id))
      FROM role_grant g
      LEFT JOIN organisation o ON o.id = g.organisation_id
      JOIN place pl ON pl.id = coalesce(g.place_id, o.place_id)
      WHERE g.person_id = s.person_id AND g.revoked_at IS NULL), '[]') AS grants
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_hash = ANY($1::text[]) AND s.ended_at IS NULL AND s.expires_at > $2`,
};
// The share lock makes it wait for a change of the password under way, and such a change end what was opened before it.
const insertSession = {
  name: 'accounts.insert-session',
  text: `
    WITH holder AS (SELECT id FROM person WHERE id = $2 AND ($6::text IS NULL OR password_hash = $6) FOR SHARE)
    INSERT INTO session (token_hash, person_id, device, created_at, expires_at) SELECT $1, id, $3, $4, $5 FROM holder
    RETURNING person_id`,
};
// A few of anybody's, found by an index, and none that somebody is ending at this moment: nobody waits for it.
const removeOver = {
  name: 'accounts.remove-over-sessions',
  text: `
    DELETE FROM session WHERE token_hash IN (
      SELECT token_hash FROM session WHERE least(ended_at, expires_at) < $1
      ORDER BY least(ended_at, expires_at) LIMIT ${removedAtOnce} FOR UPDATE SKIP LOCKED)`,
};
const endSession = {
  name: 'accounts.end-session',
  text: 'UPDATE session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL',
};
/** Ends a person's sessions but for one; whoever runs it in a transaction calls `refresh` behind it. */
export const endSessions = {
  name: 'accounts.end-sessions',
  text: 'UPDATE session SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL AND token_hash <> $3',
};

/** SHA-256 of a token, hexadecimal: what is stored, so that a stolen table opens nothing. */
function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}

@Injectable()
export class SessionStore extends Sessions {
  /** By the token's hash, so that no token stays in memory. */
  private readonly cache = new LRUCache<string, Actor>({ max: cachedSessions, ttl: cacheMs });
  /** Counts what was forgotten, so that a row read before is not kept after it. */
  private forgotten = 0;
  /** Thousands come back from a pause in the same second, and each of their lookups alone would stand in everybody's way. */
  private readonly lookups = new Batches<string, Actor | null>((hashes) => this.load(hashes));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The actor of a cookie's token, or null; no promise when it is in the cache. */
  actorOf(token: string): Actor | null | Promise<Actor | null> {
    const sessionHash = hashToken(token);
    return this.cache.get(sessionHash) ?? this.lookups.add(sessionHash);
  }

  /**
   * Opens a session and answers its token, the only copy there is. Refuses with `session.wrong-credentials` when the password that was
   * proved has been changed since. Removes a few sessions that have been over for a day.
   */
  async open(personId: string, device: string, passwordHash?: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expires = new Date(now.getTime() + sessionDays * 86_400_000);
    const values = [hashToken(token), personId, device.slice(0, 300), now, expires, passwordHash ?? null];
    const opened = await this.database.rows(insertSession, values);
    if (opened.length === 0) throw new Problem('session.wrong-credentials');
    // By itself and not with the insert: that holds the person, whom a change of the password locks before the sessions.
    await this.database.rows(removeOver, [new Date(now.getTime() - keptOverMs)]);
    return token;
  }

  /** Ends one session. */
  async end(sessionHash: string): Promise<void> {
    await this.database.rows(endSession, [sessionHash, this.clock.now()]);
    this.forgotten += 1;
    this.cache.delete(sessionHash);
  }

  /** Ends every session of a person. */
  async endAll(personId: string): Promise<void> {
    await this.database.rows(endSessions, [personId, this.clock.now(), '']);
    this.refresh(personId);
  }

  /** Reads a person's sessions, grants and name anew at the next request of this instance; others follow within 30 seconds. */
  refresh(personId: string): void {
    this.forgotten += 1;
    for (const [sessionHash, actor] of this.cache.entries()) {
      if (actor.personId === personId) this.cache.delete(sessionHash);
    }
  }

  private async load(hashes: readonly string[]): Promise<(Actor | null)[]> {
    const before = this.forgotten;
    const rows = await this.database.rows<Actor>(findSessions, [hashes, this.clock.now()]);
    const actors = new Map(rows.map((actor) => [actor.sessionHash, actor]));
    if (this.forgotten === before)
      for (const [sessionHash, actor] of actors) this.cache.set(sessionHash, actor);
    return hashes.map((sessionHash) => actors.get(sessionHash) ?? null);
  }
}
