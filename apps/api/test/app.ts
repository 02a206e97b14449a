// The whole application for one test file, on a database of its own; only the clock is replaced.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { SessionStore } from '../src/accounts/session-store.js';
import { AppModule } from '../src/app.module.js';
import { configureApp, createAdapter } from '../src/app.setup.js';
import { type Config, readConfig } from '../src/config.js';
import { Clock } from '../src/platform/clock.js';
import { Database } from '../src/platform/database/database.js';
import { createTestDatabase } from './database.js';

/** A clock that stands where a test puts it, or runs. */
export class TestClock extends Clock {
  private fixed: Date | null = null;

  override now(): Date {
    return this.fixed ?? new Date();
  }

  set(time: Date | string): void {
    this.fixed = new Date(time);
  }

  forward(minutes: number): void {
    this.fixed = new Date(this.now().getTime() + minutes * 60_000);
  }

  run(): void {
    this.fixed = null;
  }
}

type Agent = ReturnType<typeof supertest>;
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Requests of one person (or of a visitor), below /api/v1. */
export type Client = { [V in Verb]: (path: string) => supertest.Test };

export interface TestApp {
  app: NestFastifyApplication;
  database: Database;
  clock: TestClock;
  config: Config;
  databaseUrl: string;
  /** Requests without a session. */
  visitor: Client;
  /** Requests with a new session of that person. */
  as(person: { id: string }): Promise<Client>;
  get<T>(token: abstract new (...args: never[]) => T): T;
  stop(): Promise<void>;
}

function clientOf(agent: Agent, cookie?: string): Client {
  const send = (verb: Verb) => (path: string) => {
    const request = agent[verb](`/api/v1${path}`);
    return cookie ? request.set('Cookie', cookie) : request;
  };
  return {
    get: send('get'),
    post: send('post'),
    put: send('put'),
    patch: send('patch'),
    delete: send('delete'),
  };
}

/** Starts the application; the caller stops it. `through` may lead the connection another way. `useTestApp` does both. */
export async function startTestApp(
  environment: Record<string, string> = {},
  through: (databaseUrl: string) => string | Promise<string> = (url) => url,
): Promise<TestApp> {
  const created = await createTestDatabase();
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: await through(created.url),
    PORT: '0',
    ONETOUCH_LOG_LEVEL: 'silent',
    ONETOUCH_DATABASE_POOL: '6',
    ...environment,
  });
  const clock = new TestClock();
  const module = await Test.createTestingModule({ imports: [AppModule.with(config)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(createAdapter(config), {
    logger: process.env['TEST_LOG'] ? ['error', 'warn'] : false,
  });
  await configureApp(app, config);
  await app.init();
  await app.listen(0, '127.0.0.1');
  const agent = supertest(app.getHttpServer());
  return {
    app,
    database: app.get(Database),
    clock,
    config,
    databaseUrl: created.url,
    visitor: clientOf(agent),
    as: async (person) =>
      clientOf(
        agent,
        `onetouch_session=${await app.get(SessionStore).open(person.id, `test ${randomUUID()}`)}`,
      ),
    get: (token) => app.get(token as never),
    stop: async () => {
      await app.close();
      await created.drop();
    },
  };
}

/** One application for the test file at hand; read its parts inside tests only. */
export function useTestApp(environment: Record<string, string> = {}): TestApp {
  const holder = {} as TestApp;
  beforeAll(async () => {
    Object.assign(holder, await startTestApp(environment));
  });
  afterAll(async () => {
    await holder.stop?.();
  });
  return holder;
}
