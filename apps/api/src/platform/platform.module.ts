// The outside as one module: configuration, database, clock, files. Global, because every room stands on it.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config.js';
import { Clock } from './clock.js';
import { Database } from './database/database.js';
import { databaseOptions, type Schema } from './database/options.js';
import { Rounds } from './rounds.js';
import { Throttle } from './throttle.js';
import { FileStore } from './files/file-store.js';
import { FilesController } from './files/files.controller.js';
import { HealthController } from './health/health.controller.js';

@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, schema: Schema): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...databaseOptions(config, schema),
          retryAttempts: 10,
          retryDelay: 500,
          verboseRetryLog: false,
        }),
      ],
      controllers: [FilesController, HealthController],
      providers: [{ provide: CONFIG, useValue: config }, Clock, Database, FileStore, Rounds, Throttle],
      exports: [CONFIG, Clock, Database, FileStore, Rounds, Throttle],
    };
  }
}
