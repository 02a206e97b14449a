// Puts the application together from a configuration; listening is the caller's.
import { type ConsoleLoggerOptions, type LogLevel, ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { configureApp, createAdapter } from './app.setup.js';
import type { Config } from './config.js';
import { Rounds } from './platform/rounds.js';

const levels: Record<Config['logLevel'], LogLevel[]> = {
  silent: [],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
};

/** A configured application that does not listen yet. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const options: ConsoleLoggerOptions = {
    logLevels: levels[config.logLevel],
    colors: false,
    json: config.isProduction,
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    createAdapter(config),
    {
      logger: config.logLevel === 'silent' ? false : new ConsoleLogger(options),
      abortOnError: false,
    },
  );
  await configureApp(app, config);
  app.get(Rounds).begin();
  return app;
}
