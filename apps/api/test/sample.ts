// Well-formed requests made up from the endpoint table, and the same spoilt in known ways. Knows no room.
import type { Endpoint } from '@onetouch/contract';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** One of them fits every pattern of the contract. */
const words = [
  'thu@example.test',
  'c-00004',
  'khoa-hoc',
  '2026-11-21T08:00:00.000Z',
  '2026-11-21',
  '8K4M-2Q7P-XD5R',
  '0123456789abcdef'.repeat(4),
  'a1',
  'AAAA',
  '00000000-0000-7000-8000-000000000000',
];

function sampleString(schema: Json): string {
  const pattern = schema['pattern'] ? new RegExp(String(schema['pattern'])) : /^/;
  const found = words.find(
    (word) => pattern.test(word) && word.length <= Number(schema['maxLength'] ?? 1000),
  );
  if (found === undefined) throw new Error(`no sample fits ${JSON.stringify(schema)}`);
  return found.padEnd(Number(schema['minLength'] ?? 0), 'x');
}

function resolve(schema: Json, root: Json): Json {
  const name = /^#\/\$defs\/(.+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
  return name === undefined ? schema : ((root['$defs'] as Json)[name] as Json);
}

function sampleOf(unresolved: Json, root: Json): unknown {
  const schema = resolve(unresolved, root);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const choice = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (choice?.[0]) return sampleOf(choice[0], root);
  if (schema['type'] === 'string') return sampleString(schema);
  if (schema['type'] === 'integer' || schema['type'] === 'number') return Number(schema['minimum'] ?? 1);
  if (schema['type'] === 'boolean') return false;
  if (schema['type'] === 'array')
    return Array.from({ length: Number(schema['minItems'] ?? 0) }, () =>
      sampleOf(schema['items'] as Json, root),
    );
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
  const required = new Set((schema['required'] as string[] | undefined) ?? []);
  return Object.fromEntries(
    properties.filter(([name]) => required.has(name)).map(([name, shape]) => [name, sampleOf(shape, root)]),
  );
}

function jsonOf(schema: z.ZodType | undefined): Json | undefined {
  return schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
}

function sampled(schema: z.ZodType | undefined): Json {
  const json = jsonOf(schema);
  return json ? (sampleOf(json, json) as Json) : {};
}

function namesOf(schema: z.ZodType | undefined): string[] {
  return Object.keys((jsonOf(schema)?.['properties'] ?? {}) as Json);
}

/** The path with every parameter filled in. */
export function pathOf(endpoint: Endpoint, params: Json): string {
  return endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])));
}

export interface Sample {
  path: string;
  /** JSON text; undefined when the endpoint takes none. */
  body: string | undefined;
}

/** The smallest request that the contract lets through. */
export function sampleRequest(endpoint: Endpoint): Sample {
  const query = new URLSearchParams(sampled(endpoint.query) as Record<string, string>).toString();
  const path = pathOf(endpoint, sampled(endpoint.params)) + (query ? `?${query}` : '');
  return { path, body: endpoint.body ? JSON.stringify(sampled(endpoint.body)) : undefined };
}

const oddTexts = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  "'; --",
  '%',
  '\\',
  'ạ'.repeat(5_000),
  '٣',
  '-1',
  'null',
  '[object Object]',
];
const oddValues = [null, 0, -1, 1e308, true, [], {}, [[]], { $ne: '' }, ...oddTexts];

function spoiltPaths(endpoint: Endpoint): string[] {
  const params = sampled(endpoint.params);
  const plain = sampleRequest(endpoint).path;
  const raw = (name: string, text: string) =>
    endpoint.path.replace(/:(\w+)/g, (_whole, key: string) =>
      key === name ? text : encodeURIComponent(String(params[key])),
    );
  const odd = [
    '%00',
    '%ED%A0%80',
    '%',
    '..%2f..',
    '%F0%9F%98%80',
    'x'.repeat(190),
    'x'.repeat(300),
    '__proto__',
    "'",
    '1e9',
    '-1',
  ];
  const queries = namesOf(endpoint.query).flatMap((name) =>
    ['%00', '%ED%A0%80', '%25', '', '-1', '1e999', 'x'.repeat(600), 'NaN']
      .map((value) => `${name}=${value}`)
      .concat([`${name}=a&${name}=b`, `${name}[a]=b`]),
  );
  const asked = plain.includes('?') ? `${plain}&` : `${plain}?`;
  return [
    ...Object.keys(params).flatMap((name) => odd.map((text) => raw(name, text))),
    ...[...queries, '__proto__=1', 'constructor[prototype]=1', '%'].map((query) => asked + query),
  ];
}

function spoiltBodies(endpoint: Endpoint): string[] {
  const sample = sampled(endpoint.body);
  const names = namesOf(endpoint.body);
  const put = (name: string, value: unknown) => JSON.stringify({ ...sample, [name]: value });
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  return [
    ...names.flatMap((name) => oddValues.map((value) => put(name, value))),
    ...names.map((name) => put(name, undefined)),
    ...names.map((name) => JSON.stringify({ [name]: '@' }).replace('"@"', nested(50_000))),
    put('unknown', 1),
    ...[
      'null',
      '[]',
      '1',
      '"x"',
      '',
      '{',
      '{"a":1}x',
      '\u0000',
      '"\\ud800"',
      nested(100_000),
      '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000),
    ],
    ...[
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{"a":1}}}',
      '{"__proto__":null}',
      '{"toString":1}',
    ],
  ];
}

/** The same request spoilt in many ways, each of which a sound service refuses or bears. */
export function spoiltRequests(endpoint: Endpoint): Sample[] {
  const sample = sampleRequest(endpoint);
  return [
    ...spoiltPaths(endpoint).map((path) => ({ ...sample, path })),
    ...(endpoint.method === 'GET' ? [] : spoiltBodies(endpoint).map((body) => ({ ...sample, body }))),
  ];
}
