import { describe, expect, it } from '@jest/globals';
import { type Endpoint, endpoints, limits, problemStatus } from './index.js';

const table = Object.entries(endpoints).flatMap(([noun, verbs]) =>
  Object.entries(verbs as Record<string, Endpoint>).map(([verb, endpoint]) => ({
    name: `${noun}.${verb}`,
    endpoint,
  })),
);

describe('the endpoint table', () => {
  it('names no method and path twice', () => {
    const routes = table.map(({ endpoint }) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it.each(table)(
    '$name says who may call it, what it is for, and has a schema for every parameter',
    ({ endpoint }) => {
      const { access, summary, path, params } = endpoint;
      expect(['public', 'signed-in', 'trainer', 'coordinator', 'admin']).toContain(access);
      expect(summary).toMatch(/\.$/);
      const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const shape = params ? Object.keys((params as unknown as { shape: object }).shape) : [];
      expect(shape.sort()).toEqual(named.sort());
    },
  );

  it.each(table)(
    '$name changes nothing when it is a GET, and refuses unknown fields when it takes a body',
    ({ endpoint }) => {
      if (endpoint.method === 'GET') expect(endpoint.body).toBeUndefined();
      if (!endpoint.body) return;
      const answer = endpoint.body.safeParse({ thisFieldIsUnknown: 1 });
      const codes = answer.error?.issues.map((issue) => issue.code) ?? [];
      expect(codes).toContain('unrecognized_keys');
    },
  );

  it.each(table)('$name refuses with known codes only', ({ endpoint }) => {
    for (const code of endpoint.refuses ?? []) expect(problemStatus[code]).toBeGreaterThanOrEqual(400);
  });

  it('has a page size that a cheap phone can bear', () => {
    expect(limits.pageSize).toBeLessThanOrEqual(limits.pageSizeMax);
  });
});
