// Run before the API starts, by `npm start` and by operators: exit code 0 when the database is ready.
import 'reflect-metadata';
import { ConfigError, configFromProcess } from './config.js';
import { prepareInstallation } from './prepare-installation.js';

try {
  await prepareInstallation(configFromProcess(), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
