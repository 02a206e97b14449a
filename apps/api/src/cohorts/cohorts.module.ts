// The cohorts room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { PlacesModule } from '../places/places.module.js';
import { CohortFigures } from './cohort-figures.js';
import { CohortsController } from './cohorts.controller.js';
import { CohortsQueries } from './cohorts.queries.js';
import { CohortsService } from './cohorts.service.js';
import { MembersQueries } from './members.queries.js';

@Module({
  imports: [PlacesModule, CoursesModule],
  controllers: [CohortsController],
  providers: [CohortsQueries, MembersQueries, CohortFigures, CohortsService],
})
export class CohortsModule {}
