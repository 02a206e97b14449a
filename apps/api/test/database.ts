// A database for one test file: cloned from a template that was migrated once. Nothing is truncated, nothing is shared.
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { placeRows } from '../src/places/place-rows.js';
import { databaseOptions } from '../src/platform/database/options.js';
import { schema } from '../src/schema.js';

const templateLock = 7_401_001;

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set; the global set-up sets it');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The template's name changes with the migrations and their data, so that an old one is never used. */
function templateName(): string {
  const source = schema.migrations
    .map((migration) => migration.name + String(migration.prototype['up']))
    .join();
  return `onetouch_template_${createHash('sha256')
    .update(source + JSON.stringify(placeRows()))
    .digest('hex')
    .slice(0, 12)}`;
}

async function migrate(database: string): Promise<void> {
  const source = new DataSource(databaseOptions({ databaseUrl: urlOf(database), databasePool: 2 }, schema));
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
}

async function ensureTemplate(client: pg.Client, template: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (!rowCount) {
    const building = `${template}_building`;
    await client.query(`DROP DATABASE IF EXISTS ${building}`);
    await client.query(`CREATE DATABASE ${building}`);
    await migrate(building);
    await client.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
  }
  await client.query('SELECT pg_advisory_unlock($1)', [templateLock]);
}

/** Creates a database: a clone of the migrated template, or an empty one. */
export async function createTestDatabase(
  kind: 'migrated' | 'empty' = 'migrated',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `onetouch_test_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    const template = templateName();
    if (kind === 'migrated') await ensureTemplate(client, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${kind === 'migrated' ? template : 'template0'}`);
  });
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}
