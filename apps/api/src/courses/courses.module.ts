// The courses room, put together.
import { Module } from '@nestjs/common';
import { PublishedVersions } from './published-versions.js';

@Module({
  providers: [PublishedVersions],
  exports: [PublishedVersions],
})
export class CoursesModule {}
