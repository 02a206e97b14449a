// The quizzes room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { CarefulTurns } from './careful-turns.js';
import { CloseDueAttempts } from './close-due-attempts.js';
import { ExtensionsController } from './extensions.controller.js';
import { ExtensionsService } from './extensions.service.js';
import { FeedbackAtOnce } from './feedback-at-once.js';
import { KnownAttempts } from './known-attempts.js';
import { LateArrivals } from './late-arrivals.js';
import { QuizzesController } from './quizzes.controller.js';
import { QuizzesQueries } from './quizzes.queries.js';
import { QuizzesService } from './quizzes.service.js';
import { ReleaseAttempts } from './release-attempts.js';
import { ReleaseLateMarks } from './release-late-marks.js';
import { SaveAnswer } from './save-answer.js';
import { SaveCarefully } from './save-carefully.js';
import { SignsOfLife } from './signs-of-life.js';
import { StartAttempt } from './start-attempt.js';
import { StartsFirst } from './starts-first.js';
import { SubmitAttempt } from './submit-attempt.js';
import { WriteAnswers } from './write-answers.js';

@Module({
  imports: [CoursesModule, EnrolmentsModule],
  controllers: [QuizzesController, ExtensionsController],
  providers: [
    CarefulTurns,
    CloseDueAttempts,
    ExtensionsService,
    FeedbackAtOnce,
    KnownAttempts,
    LateArrivals,
    QuizzesQueries,
    QuizzesService,
    ReleaseAttempts,
    ReleaseLateMarks,
    SaveAnswer,
    SaveCarefully,
    SignsOfLife,
    StartAttempt,
    StartsFirst,
    SubmitAttempt,
    WriteAnswers,
  ],
  exports: [KnownAttempts, LateArrivals, ReleaseAttempts, StartsFirst, SubmitAttempt],
})
export class QuizzesModule {}
