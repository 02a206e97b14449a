import { describe, expect, it } from '@jest/globals';
import { type Access, type Endpoint, endpoints, ProblemBody, type Role } from '@onetouch/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../src/app.module.js';
import { configureApp, createAdapter } from '../src/app.setup.js';
import { apiPrefix } from '../src/platform/http/handles.js';
import { type Client, useTestApp } from './app.js';
import { createPerson } from './factories.js';
import { type Sample, sampleRequest, spoiltRequests } from './sample.js';

const table: [string, Endpoint][] = Object.entries(endpoints).flatMap(([noun, verbs]) =>
  Object.entries(verbs as Record<string, Endpoint>).map(([verb, endpoint]): [string, Endpoint] => [
    `${noun}.${verb}`,
    endpoint,
  ]),
);
const accesses: Access[] = ['public', 'signed-in', 'trainer', 'coordinator', 'admin'];
type Walker = 'visitor' | 'learner' | Role;
const walkers: Walker[] = ['visitor', 'learner', 'trainer', 'coordinator', 'admin'];

/** Who passes which door, written down once more and not taken from the code. */
const passes: Record<Access, Walker[]> = {
  public: walkers,
  'signed-in': ['learner', 'trainer', 'coordinator', 'admin'],
  trainer: ['trainer', 'admin'],
  coordinator: ['coordinator', 'admin'],
  admin: ['admin'],
};

describe('the routes of the running application', () => {
  const test = useTestApp();

  /** Everything that Fastify was told to answer, by an application of its own that does not listen. */
  async function registered(): Promise<string[]> {
    const adapter = createAdapter(test.config);
    const routes: string[] = [];
    adapter.getInstance().addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push(`${one} ${url}`);
    });
    const module = await Test.createTestingModule({ imports: [AppModule.with(test.config)] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
    await configureApp(app, test.config);
    await app.init();
    await app.close();
    return routes;
  }

  async function clientOf(walker: Walker): Promise<Client> {
    if (walker === 'visitor') return test.visitor;
    return test.as(
      await createPerson(test, { roles: walker === 'learner' ? [] : [{ role: walker, placeId: 'vn' }] }),
    );
  }

  function send(client: Client, endpoint: Endpoint, { path, body }: Sample, type = 'application/json') {
    const request = client[endpoint.method.toLowerCase() as keyof Client](path);
    return body === undefined ? request : request.set('Content-Type', type).send(body);
  }

  it('are exactly the endpoint table', async () => {
    const routes = (await registered()).filter(
      (route) => route.includes(` ${apiPrefix}/`) && !route.startsWith('HEAD '),
    );
    const expected = table.map(([, endpoint]) => `${endpoint.method} ${apiPrefix}${endpoint.path}`);
    expect(routes.sort()).toEqual(expected.sort());
    expect(new Set(expected).size).toBe(expected.length);
  });

  it('all say who may call them, and in one sentence what they do', () => {
    for (const [name, endpoint] of table) {
      expect([name, accesses.includes(endpoint.access)]).toEqual([name, true]);
      expect(endpoint.summary).toMatch(/^[A-Z].+\.$/);
    }
  });

  it.each(table)('%s opens to whom the table says, and to nobody else', async (_name, endpoint) => {
    for (const walker of walkers) {
      const { status, body } = await send(await clientOf(walker), endpoint, sampleRequest(endpoint));
      const seen = ['session.missing', 'access.denied'].includes(body.code)
        ? `${status} ${body.code}`
        : 'passes';
      const refused = walker === 'visitor' ? '401 session.missing' : '403 access.denied';
      expect([walker, seen]).toEqual([walker, passes[endpoint.access].includes(walker) ? 'passes' : refused]);
      expect(status).toBeLessThan(500);
    }
  });

  it.each(table)('%s never fails over a malformed request', async (_name, endpoint) => {
    const person = await createPerson(test, {
      roles: [{ role: 'admin' }, { role: 'trainer' }, { role: 'coordinator' }],
    });
    let client = await test.as(person);
    for (const sample of spoiltRequests(endpoint)) {
      const response = await send(client, endpoint, sample);
      const what = `${sample.path.slice(0, 200)} ${sample.body?.slice(0, 200)} -> ${response.status} ${response.text?.slice(0, 200)}`;
      if (response.status >= 500) throw new Error(what);
      if (response.status >= 400)
        expect([what, ProblemBody.safeParse(response.body).success]).toEqual([what, true]);
      if (response.headers['set-cookie']) client = await test.as(person);
    }
  });

  const writing = table.filter(([, endpoint]) => endpoint.method !== 'GET');
  const withBody = table.filter(([, endpoint]) => endpoint.body);

  it.each(withBody)('%s takes JSON of at most 2 MB with known fields only', async (_name, endpoint) => {
    const client = await clientOf('admin');
    const { path, body = '' } = sampleRequest(endpoint);
    const codeOf = async (sent: string, type?: string) =>
      (await send(client, endpoint, { path, body: sent }, type)).body.code;
    expect(await codeOf(JSON.stringify({ ...JSON.parse(body), unknown: 'x' }))).toBe('request.invalid');
    expect(await codeOf(JSON.stringify({ padding: 'x'.repeat(3 * 1024 * 1024) }))).toBe('request.too-large');
    for (const type of [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expect([type, await codeOf(body, type)]).toEqual([type, 'request.unsupported-media']);
    }
    expect(await codeOf('{"a":')).toBe('request.malformed');
  });

  it.each(writing)('%s refuses a page of another site', async (_name, endpoint) => {
    const client = await clientOf('admin');
    const codeFor = async (headers: Record<string, string>) =>
      (await send(client, endpoint, sampleRequest(endpoint)).set(headers)).body.code;
    for (const origin of ['https://evil.example', 'null', `${test.config.publicUrl}.evil.example`]) {
      expect([origin, await codeFor({ Origin: origin })]).toEqual([origin, 'request.foreign-origin']);
    }
    for (const site of ['cross-site', 'same-site']) {
      expect([site, await codeFor({ 'Sec-Fetch-Site': site })]).toEqual([site, 'request.foreign-origin']);
    }
    expect(await codeFor({ Origin: test.config.publicUrl, 'Sec-Fetch-Site': 'same-origin' })).not.toBe(
      'request.foreign-origin',
    );
  });
});
