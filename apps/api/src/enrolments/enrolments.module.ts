// The enrolments room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { EnrolmentsQueries } from './enrolments.queries.js';
import { EnrolmentsService } from './enrolments.service.js';
import { LessonProgressStore } from './lesson-progress-store.js';
import { ReadLesson } from './read-lesson.js';
import { SaveProgress } from './save-progress.js';

@Module({
  imports: [CoursesModule],
  controllers: [EnrolmentsController],
  providers: [EnrolmentsService, EnrolmentsQueries, LessonProgressStore, ReadLesson, SaveProgress],
  exports: [EnrolmentsQueries],
})
export class EnrolmentsModule {}
