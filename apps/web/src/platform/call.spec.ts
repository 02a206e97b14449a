// The one way to the server: what is sent, what comes back, what is thrown.
import { accounts, certificates, cohorts, courses, enrolments } from '@onetouch/contract';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { call, listenForMissingSession, storedAt, urlOf } from './call.js';
import { isProblem, type Problem } from './problem.js';

const fetched = jest.fn<typeof fetch>();
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  ({
    ok: status < 400,
    status,
    headers: new Headers(headers),
    text: () => Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  }) as Response;
const id = '0190c8f0-0000-7000-8000-000000000001';

async function thrownBy(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isProblem(error)) throw new Error('no problem was thrown', { cause: error });
  return error;
}

describe('call', () => {
  beforeEach(() => {
    fetched.mockReset();
    globalThis.fetch = fetched;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('fills the path, leaves out filters that are not set and sends the cookie to the own server only', async () => {
    fetched.mockResolvedValue(answer(200, { items: [], next: null, total: 0, counts: {} }));
    await call(courses.browse, { query: { q: 'hồ sơ', audience: undefined, maxMinutes: 60 } });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('/api/v1/courses?q=h%E1%BB%93+s%C6%A1&maxMinutes=60');
    expect(init).toMatchObject({ method: 'GET', credentials: 'same-origin' });
    expect(init?.body).toBeUndefined();
  });

  it('sends a filter that is set to nothing: members without an organisation are a list of their own', () => {
    expect(urlOf(cohorts.exportMembers, { params: { cohortId: id }, query: { organisationName: '' } })).toBe(
      `/api/v1/cohorts/${id}/members.csv?organisationName=`,
    );
  });

  it('sends a body as JSON and answers it parsed', async () => {
    fetched.mockResolvedValue(answer(200, { receipts: [] }));
    const event = { id, blockId: id, kind: 'seen', occurredAt: '2026-11-21T02:41:00.000Z' } as const;
    const saved = await call(enrolments.saveProgress, {
      params: { enrolmentId: id, lessonId: 'a/b' },
      body: { events: [event] },
    });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(`/api/v1/enrolments/${id}/lessons/a%2Fb/events`);
    expect(JSON.parse(String(init?.body))).toEqual({ events: [event] });
    expect(saved).toEqual({ receipts: [] });
  });

  it('answers nothing for 204', async () => {
    fetched.mockResolvedValue(answer(204, ''));
    expect(await call(accounts.signOut)).toBeUndefined();
  });

  it('throws the problem that the server names, with its issues, time and request', async () => {
    fetched.mockResolvedValue(
      answer(409, {
        code: 'quiz.pause',
        title: 'Pause',
        status: 409,
        issues: [{ path: 'body.fullName', message: 'too short' }],
        retryAt: '2026-11-21T02:51:00.000Z',
        requestId: 'r-7',
      }),
    );
    const problem = await thrownBy(call(accounts.readSession));
    expect(problem).toMatchObject({ code: 'quiz.pause', status: 409, requestId: 'r-7', isPassing: false });
    expect(problem.retryAt?.toISOString()).toBe('2026-11-21T02:51:00.000Z');
    expect(problem.concerns('fullName')).toBe(true);
  });

  it('takes a page of a proxy in front of a dead server for an unavailable service', async () => {
    fetched.mockResolvedValue(answer(502, '<html>Bad gateway</html>'));
    expect(await thrownBy(call(accounts.readSession))).toMatchObject({
      code: 'service.unavailable',
      isPassing: true,
    });
  });

  it('takes a page of a captive portal for an unavailable service, not for an answer', async () => {
    fetched.mockResolvedValue(answer(200, '<html>Wi-Fi</html>'));
    expect((await thrownBy(call(accounts.readSession))).code).toBe('service.unavailable');
  });

  it('says that there is no network when the server is not reached', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await thrownBy(call(accounts.readSession))).toMatchObject({
      code: 'network.offline',
      isNetwork: true,
    });
  });

  it('gives up after the time limit', async () => {
    jest.useFakeTimers();
    fetched.mockImplementation(
      (_url, init) =>
        new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    );
    const waiting = thrownBy(call(accounts.readSession, {}, { timeoutMs: 5_000 }));
    jest.advanceTimersByTime(5_000);
    expect((await waiting).code).toBe('network.timeout');
  });

  it('passes an abort of the caller through and makes no problem of it', async () => {
    fetched.mockImplementation(
      (_url, init) =>
        new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    );
    const controller = new AbortController();
    const waiting = call(accounts.readSession, {}, { signal: controller.signal });
    const reason = new Error('left the page');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('announces a missing session once, and not for a quiet call', async () => {
    fetched.mockResolvedValue(answer(401, { code: 'session.missing', title: '', status: 401 }));
    const heard = jest.fn();
    const stop = listenForMissingSession(heard);
    await thrownBy(call(enrolments.listMine, {}, { isQuiet: true }));
    expect(heard).not.toHaveBeenCalled();
    await thrownBy(call(enrolments.listMine));
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('remembers how old a stored copy is', async () => {
    fetched.mockResolvedValue(answer(200, { me: null }, { 'x-stored-at': 'Sat, 21 Nov 2026 02:41:00 GMT' }));
    const stored = await call(accounts.readSession);
    expect(storedAt(stored)?.toISOString()).toBe('2026-11-21T02:41:00.000Z');
    expect(storedAt({})).toBeNull();
  });

  it('makes addresses of files for links', () => {
    expect(urlOf(certificates.download, { params: { certificateId: id } })).toBe(
      `/api/v1/certificates/${id}/pdf`,
    );
    expect(urlOf(cohorts.exportMembers, { params: { cohortId: id }, query: { status: 'learning' } })).toBe(
      `/api/v1/cohorts/${id}/members.csv?status=learning`,
    );
  });
});
