// Requests that no page of ours sends: each is refused in words, keeps nothing and never ends in a 500.
import { randomUUID } from 'node:crypto';
import { get, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { ProblemBody } from '@onetouch/contract';
import { encodeCursor } from '../src/platform/database/keyset.js';
import { problemOfDatabase } from '../src/platform/database/violations.js';
import { useTestApp } from './app.js';
import { createCourse, createPerson } from './factories.js';

const endless = `2026-01-01T00:00:00.${'1'.repeat(180)}Z`;

describe('a request that no page of ours sends', () => {
  const test = useTestApp();

  it.each(['/cohorts', '/certificates', '/studio/courses'])(
    'is refused by %s for a cursor with a time that is too long for the database',
    async (path) => {
      const client = await test.as(await createPerson(test, { roles: [{ role: 'admin', placeId: 'vn' }] }));
      const cursor = encodeCursor([endless, randomUUID()]);
      const { status, body } = await client.get(`${path}?cursor=${cursor}`);
      expect([status, body.code]).toEqual([400, 'request.invalid']);
    },
  );

  it('cannot keep a time with a hundred thousand digits', async () => {
    const client = await test.as(await createPerson(test));
    const course = await createCourse(test);
    const { body: enrolment } = await client.post('/enrolments').send({ courseId: course.id });
    const lesson = course.document.modules[0]?.lessons[0];
    const blockId = lesson?.kind === 'content' ? lesson.blocks[0]?.id : undefined;
    const occurredAt = `2026-01-01T00:00:00.${'1'.repeat(100_000)}Z`;
    const { status, body } = await client
      .post(`/enrolments/${enrolment.id}/lessons/${lesson?.id}/events`)
      .send({ events: [{ id: randomUUID(), kind: 'position', blockId, occurredAt }] });
    expect([status, body.issues?.[0]?.path]).toEqual([400, 'body.events.0.occurredAt']);
  });

  it('does not get its own unknown fields sent back at full length', async () => {
    const client = await test.as(await createPerson(test));
    const body = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, 1]));
    const answer = await client.patch('/me').send(body);
    expect([answer.status, answer.text.length < 1_000]).toEqual([400, true]);
  });

  it.each([
    '\u202eiaM nễyugN',
    'Nguyễn \u2066Mai',
    '\u0301\u0301\u0301',
    '\u3164\u3164',
    '\u2060\u200d',
    '12 34',
  ])('cannot make the name %j, which rewrites its line or cannot be seen', async (fullName) => {
    const client = await test.as(await createPerson(test));
    const { status, body } = await client.patch('/me').send({ fullName });
    expect([status, body.issues?.[0]?.path]).toEqual([400, 'body.fullName']);
  });

  it.each(['/api/docs/assets/../../../package.json', '/api/docs/assets/%2e%2e/%2e%2e/package.json'])(
    'finds no file beside the documentation at %s',
    async (path) => {
      const { port } = (test.app.getHttpServer() as Server).address() as AddressInfo;
      const status = await new Promise((resolve, reject) => {
        // As written: a URL object would resolve the dots before they are sent.
        get({ host: '127.0.0.1', port, path }, (answer) => resolve(answer.resume().statusCode)).on(
          'error',
          reject,
        );
      });
      expect([400, 404]).toContain(status);
    },
  );

  it.each([
    ['whose headers are longer than any of ours', `Cookie: ${'x'.repeat(17_000)}`, 413, 'request.too-large'],
    ['that is no HTTP', 'bytes without a colon', 400, 'request.malformed'],
  ])('is refused in words, too, %s', async (_what, line, status, code) => {
    const { port } = (test.app.getHttpServer() as Server).address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      let heard = '';
      connect(port, '127.0.0.1')
        .on('data', (bytes) => (heard += String(bytes)))
        // It hangs up, however rudely; what was heard before that counts.
        .on('error', () => undefined)
        .on('close', () => resolve(heard))
        .write(`GET /api/v1/health HTTP/1.1\r\nHost: x\r\n${line}\r\n\r\n`);
    });
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json');
    expect(ProblemBody.parse(JSON.parse(body))).toMatchObject({ code, status });
  });

  it('cannot hold its connection for ever with a body that does not end', () => {
    const server = test.app.getHttpServer() as { requestTimeout: number; headersTimeout: number };
    expect(server.requestTimeout).toBeGreaterThan(0);
    expect(server.requestTimeout).toBeLessThanOrEqual(120_000);
    expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
  });
});

describe('a database that cannot do it now', () => {
  it.each(['53100', '53200', '58030', '25006', '40001', '40P01', '55P03', '57014', '57P03', '08006'])(
    'is 503 with advice for SQLSTATE %s',
    (code) => {
      const problem = problemOfDatabase({ driverError: { code, message: 'x' } });
      expect([problem?.code, problem?.detail.retryAt instanceof Date]).toEqual(['service.unavailable', true]);
    },
  );

  it.each(['22P05', '23505', '42601', '42P01'])('leaves SQLSTATE %s a mistake of ours', (code) => {
    expect(problemOfDatabase({ driverError: { code, message: 'x' } })).toBeUndefined();
  });
});
