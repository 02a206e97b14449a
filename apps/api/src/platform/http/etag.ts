// Answers that a browser keeps and asks about again: an ETag of the text, and 304 when it still has that one.
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Whether `If-None-Match` names this tag; weak and strong forms count the same, as RFC 9110 says for GET. */
export function isKnownTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(tag));
}

/** Sets the tag of a JSON answer; the text itself, or nothing with status 304 when the client has it. Weak, because it may travel compressed. */
export function revalidated(reply: FastifyReply, json: string): string | undefined {
  const tag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (isKnownTag(reply.request.headers['if-none-match'], tag)) {
    reply.status(304);
    return undefined;
  }
  reply.type('application/json; charset=utf-8');
  return json;
}
