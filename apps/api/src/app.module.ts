// The table of contents: the rooms, foundations first. A room may import the ones before it, never after.
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsModule } from './accounts/accounts.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { CohortsModule } from './cohorts/cohorts.module.js';
import type { Config } from './config.js';
import { CoursesModule } from './courses/courses.module.js';
import { EnrolmentsModule } from './enrolments/enrolments.module.js';
import { ExamsModule } from './exams/exams.module.js';
import { InvigilationModule } from './invigilation/invigilation.module.js';
import { MarkingModule } from './marking/marking.module.js';
import { PlacesModule } from './places/places.module.js';
import { Door } from './platform/http/door.js';
import { PlatformModule } from './platform/platform.module.js';
import { QuizzesModule } from './quizzes/quizzes.module.js';
import { schema } from './schema.js';
import { SittingsModule } from './sittings/sittings.module.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, schema),
        PlacesModule,
        AccountsModule,
        CoursesModule,
        EnrolmentsModule,
        QuizzesModule,
        CertificatesModule,
        CohortsModule,
        ExamsModule,
        SittingsModule,
        InvigilationModule,
        MarkingModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: Door }],
    };
  }
}
