// The cookie that carries a session's token. Knows no session.
import type { FastifyReply } from 'fastify';
import type { Config } from '../config.js';
import { sessionCookie } from '../platform/http/door.js';
import { sessionDays } from './session-store.js';

function attributes(config: Config) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: config.publicUrl.startsWith('https:'),
  } as const;
}

/** Hands the token to the browser for as long as the session lasts. */
export function giveSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(sessionCookie, token, { ...attributes(config), maxAge: sessionDays * 86_400 });
}

/** Makes the browser forget it. */
export function takeSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(sessionCookie, attributes(config));
}
