// Listens; nothing else.
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from './create-app.js';
import { configFromProcess, ConfigError } from './config.js';

try {
  const config = configFromProcess();
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  new Logger('OneTouch').log(`listening on ${await app.getUrl()}`);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
