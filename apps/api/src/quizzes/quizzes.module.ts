// The quizzes room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { EnrolmentsModule } from '../enrolments/enrolments.module.js';
import { QuizzesController } from './quizzes.controller.js';
import { QuizzesQueries } from './quizzes.queries.js';
import { QuizzesService } from './quizzes.service.js';
import { SaveAnswer } from './save-answer.js';
import { StartAttempt } from './start-attempt.js';
import { SubmitAttempt } from './submit-attempt.js';

@Module({
  imports: [CoursesModule, EnrolmentsModule],
  controllers: [QuizzesController],
  providers: [QuizzesService, QuizzesQueries, SaveAnswer, StartAttempt, SubmitAttempt],
})
export class QuizzesModule {}
