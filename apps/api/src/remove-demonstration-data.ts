// Run by `npm run demo:remove`: takes the demonstration out of the database that DATABASE_URL names.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { configFromProcess, ConfigError } from './config.js';
import { demonstrationTools } from './demonstration/demonstration-tools.js';
import { removeDemonstration } from './demonstration/remove-demonstration.js';
import { databaseOptions } from './platform/database/options.js';
import { schema } from './schema.js';

try {
  const source = new DataSource(databaseOptions(configFromProcess(), schema));
  await source.initialize();
  await removeDemonstration(demonstrationTools(source, (line) => process.stdout.write(`${line}\n`)));
  await source.destroy();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
