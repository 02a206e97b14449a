// A server made up for tests of pages: answers by method and path, and keeps what it was sent.
import { jest } from '@jest/globals';

export interface Asked {
  method: string;
  /** Below `/api/v1`. */
  path: string;
  query: URLSearchParams;
  body: unknown;
}
type Answer = (asked: Asked) => unknown;

/** Answers `GET /path`; `undefined` is an answer without a body, and what nobody wrote down is a network that is not there. */
export function fakeServer(answers: Record<string, Answer>) {
  const asked: Asked[] = [];
  globalThis.fetch = jest.fn((input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(String(input), 'http://localhost');
    const one: Asked = {
      method: init?.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    asked.push(one);
    const answer = answers[`${one.method} ${one.path}`];
    if (!answer) return Promise.reject(new TypeError('Failed to fetch'));
    const body = answer(one);
    if (body instanceof Response) return Promise.resolve(body);
    return Promise.resolve(body === undefined ? new Response(null, { status: 204 }) : Response.json(body));
  }) as typeof fetch;
  const sent = (method: string, path: string) =>
    asked.filter((one) => one.method === method && one.path === path);
  return { asked, sent, answers };
}

/** A refusal as the server writes it. */
export function refusal(status: number, code: string, more: object = {}): Response {
  return Response.json({ code, title: code, status, ...more }, { status });
}
