// How the connection is made. Knows no table: entities and migrations are handed in.
import pg from 'pg';
import type { DataSourceOptions, MigrationInterface } from 'typeorm';
import type { Config } from '../../config.js';
import { PostgresNaming } from './naming.js';

/** Every table and migration of the programme. */
export interface Schema {
  entities: (new () => object)[];
  migrations: (new () => MigrationInterface)[];
}

/** Options of the one DataSource; `synchronize` stays off for ever, migrations are the schema. */
export function databaseOptions(
  config: Pick<Config, 'databaseUrl' | 'databasePool'>,
  schema: Schema,
): DataSourceOptions {
  // In the machine's own time zone, times of long ago would lose their seconds and the year 0 its sign.
  pg.defaults.parseInputDatesAsUTC = true;
  return {
    type: 'postgres',
    url: config.databaseUrl,
    ...schema,
    namingStrategy: new PostgresNaming(),
    synchronize: false,
    migrationsTransactionMode: 'each',
    applicationName: 'onetouch',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: {
      max: config.databasePool,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      statement_timeout: 30_000,
      keepAlive: true,
    },
  };
}
