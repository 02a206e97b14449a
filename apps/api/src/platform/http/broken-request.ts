// What is no HTTP request to the end: headers that are too long, bytes that mean nothing. There is no route and no reply yet, only the line.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from './problem.js';

/** Answers a problem like any other refusal, and hangs up: what follows on this line could not be told from the rest of it. */
export function refuseBrokenRequest(error: Error & { code?: string }, line: Socket): void {
  if (error.code === 'ECONNRESET' || line.destroyed) return;
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = new Problem(isTooLong ? 'request.too-large' : 'request.malformed');
  const body = JSON.stringify(problem.toBody(randomUUID()));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json; charset=utf-8',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (line.writable) line.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  line.destroySoon();
}
