// Listens; nothing else.
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from './create-app.js';
import { configFromProcess, ConfigError } from './config.js';

try {
  const config = configFromProcess();
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  const logger = new Logger('OneTouch');
  logger.log(`listening on ${await app.getUrl()}`);
  // TLS ends in front of us, so there is a proxy; its one address would share what a visitor's may do.
  if (config.publicUrl.startsWith('https:') && config.trustedProxies === 0)
    logger.warn(
      'ONETOUCH_TRUSTED_PROXIES is 0: limits for each address count all visitors behind a proxy as one',
    );
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
