// The courses room, put together.
import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueService } from './catalogue.service.js';
import { LearnerCounts } from './learner-counts.js';
import { PublishedVersions } from './published-versions.js';
import { Shelf } from './shelf.js';

@Module({
  controllers: [CatalogueController],
  providers: [PublishedVersions, Shelf, LearnerCounts, CatalogueService],
  exports: [PublishedVersions, Shelf],
})
export class CoursesModule {}
