// The exams room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { ChangeExam } from './change-exam.js';
import { ExamPapers } from './exam-papers.js';
import { ExamRooms } from './exam-rooms.js';
import { ExamsController } from './exams.controller.js';
import { ExamsQueries } from './exams.queries.js';
import { ExamsService } from './exams.service.js';
import { PlanExam } from './plan-exam.js';
import { PrepareExam } from './prepare-exam.js';
import { RecordLateAnswers } from './record-late-answers.js';
import { ReleaseExam } from './release-exam.js';
import { ResultsQueries } from './results.queries.js';

@Module({
  imports: [CoursesModule, QuizzesModule],
  controllers: [ExamsController],
  providers: [
    ExamsService,
    ExamsQueries,
    ResultsQueries,
    PlanExam,
    ChangeExam,
    PrepareExam,
    ReleaseExam,
    ExamRooms,
    ExamPapers,
    RecordLateAnswers,
  ],
  exports: [ExamsQueries, ExamPapers],
})
export class ExamsModule {}
