// The quizzes room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { KnownAttempts } from './known-attempts.js';
import { QuizzesController } from './quizzes.controller.js';
import { QuizzesQueries } from './quizzes.queries.js';
import { QuizzesService } from './quizzes.service.js';
import { ReleaseAttempts } from './release-attempts.js';
import { SaveAnswer } from './save-answer.js';
import { StartAttempt } from './start-attempt.js';
import { SubmitAttempt } from './submit-attempt.js';

@Module({
  imports: [CoursesModule, EnrolmentsModule],
  controllers: [QuizzesController],
  providers: [
    KnownAttempts,
    QuizzesService,
    QuizzesQueries,
    ReleaseAttempts,
    SaveAnswer,
    StartAttempt,
    SubmitAttempt,
  ],
  exports: [KnownAttempts, ReleaseAttempts, SubmitAttempt],
})
export class QuizzesModule {}
