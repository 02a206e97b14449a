// The marking room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { ApplyCorrection } from './apply-correction.js';
import { CorrectionsQueries } from './corrections.queries.js';
import { DecideChange } from './decide-change.js';
import { FindQuiz } from './find-quiz.js';
import { LateAttemptsQueries } from './late-attempts.queries.js';
import { MarkEssay } from './mark-essay.js';
import { MarkingController } from './marking.controller.js';
import { MarkingService } from './marking.service.js';
import { PreviewCorrection } from './preview-correction.js';
import { QuizStatistics } from './quiz-statistics.js';
import { SettleCorrections } from './settle-corrections.js';

@Module({
  imports: [CoursesModule],
  controllers: [MarkingController],
  providers: [
    ApplyCorrection,
    CorrectionsQueries,
    DecideChange,
    FindQuiz,
    LateAttemptsQueries,
    MarkEssay,
    MarkingService,
    PreviewCorrection,
    QuizStatistics,
    SettleCorrections,
  ],
})
export class MarkingModule {}
