// Brings a database to the state that this release needs: migrations, the first admin, the demonstration. Listens to nobody.
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ensureFirstAdmin } from './accounts/first-admin.js';
import type { Config } from './config.js';
import { demonstrationTools } from './demonstration/demonstration-tools.js';
import { loadDemonstration } from './demonstration/load-demonstration.js';
import { Database } from './platform/database/database.js';
import { databaseOptions } from './platform/database/options.js';
import { schema } from './schema.js';

/** Held by whoever prepares; another copy waits for it and then finds nothing to do. */
const prepareLock = 7_401_003;

export type Say = (line: string) => void;

async function whileLocked(config: Config, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({
    connectionString: config.databaseUrl,
    application_name: 'onetouch prepare',
  });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prepareLock]);
    await work();
  } finally {
    // The lock ends with its connection.
    await client.end();
  }
}

async function migrate(source: DataSource, say: Say): Promise<void> {
  const done = await source.runMigrations({ transaction: 'each' });
  for (const migration of done) say(`migration ${migration.name} done`);
}

async function makeFirstAdmin(source: DataSource, config: Config, say: Say): Promise<void> {
  const made = await ensureFirstAdmin(new Database(source), config.firstAdmin, new Date());
  if (made) say(`ONETOUCH_FIRST_ADMIN ${made.login} ${made.password}`);
}

/** Does what is missing and nothing else; two copies at once do it once. Says one line for each thing done. */
export async function prepareInstallation(config: Config, say: Say): Promise<void> {
  await whileLocked(config, async () => {
    const source = new DataSource(databaseOptions(config, schema));
    await source.initialize();
    try {
      await migrate(source, say);
      await makeFirstAdmin(source, config, say);
      if (config.loadDemonstration) await loadDemonstration(demonstrationTools(source, say));
    } finally {
      await source.destroy();
    }
  });
}
