import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from '../test/database.js';
import { readConfig } from './config.js';
import { prepareInstallation } from './prepare-installation.js';

// Its first three tests are one installation that is started again and again.
describe('preparing an installation', () => {
  let created: Awaited<ReturnType<typeof createTestDatabase>>;

  const prepare = async (environment: Record<string, string> = {}) => {
    const said: string[] = [];
    const config = readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: created.url,
      ONETOUCH_DATABASE_POOL: '3',
      ...environment,
    });
    await prepareInstallation(config, (line) => said.push(line));
    return said;
  };
  const count = async (table: string) => {
    const client = new pg.Client({ connectionString: created.url });
    await client.connect();
    const { rows } = await client.query(`SELECT count(*)::integer AS count FROM ${table}`);
    await client.end();
    return rows[0].count;
  };

  beforeAll(async () => {
    created = await createTestDatabase('empty');
  });
  afterAll(() => created.drop());

  it('migrates an empty database and makes one admin, though two copies start at once', async () => {
    const said = (await Promise.all([prepare(), prepare()])).flat();
    expect(said.filter((line) => line.includes('CreatePlaces'))).toHaveLength(1);
    expect(said.filter((line) => /^ONETOUCH_FIRST_ADMIN \S+ \S+$/.test(line))).toHaveLength(1);
    expect(await count('person')).toBe(1);
  });

  it('loads the demonstration when it is asked for, once', async () => {
    const said = (
      await Promise.all([prepare({ ONETOUCH_DEMO: '1' }), prepare({ ONETOUCH_DEMO: '1' })])
    ).flat();
    expect(said.filter((line) => line.endsWith('published'))).toHaveLength(3);
    expect(await count('course_version')).toBe(3);
  });

  it('does nothing when nothing is to be done', async () => {
    const states = async () => [await count('course_version'), await count('person'), await count('file')];
    const before = await states();
    expect(await prepare({ ONETOUCH_DEMO: '1' })).toEqual([]);
    expect(await states()).toEqual(before);
  });

  it('never loads the demonstration in production', async () => {
    const other = await createTestDatabase();
    const config = readConfig({ NODE_ENV: 'production', DATABASE_URL: other.url, ONETOUCH_DEMO: '1' });
    const said: string[] = [];
    await prepareInstallation(config, (line) => said.push(line));
    expect(said).toEqual([expect.stringMatching(/^ONETOUCH_FIRST_ADMIN /)]);
    await other.drop();
  });

  it('fails when the database is not there', async () => {
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(prepareInstallation(config, () => undefined)).rejects.toThrow();
  });
});
