// The courses room, put together.
import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueService } from './catalogue.service.js';
import { LearnerCounts } from './learner-counts.js';
import { CoursePublisher } from './publish-course.js';
import { PublishedVersions } from './published-versions.js';
import { Shelf } from './shelf.js';
import { StudioController } from './studio.controller.js';
import { StudioService } from './studio.service.js';

@Module({
  controllers: [CatalogueController, StudioController],
  providers: [PublishedVersions, Shelf, LearnerCounts, CatalogueService, CoursePublisher, StudioService],
  exports: [PublishedVersions, Shelf],
})
export class CoursesModule {}
