// The sittings room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { ExamsModule } from '../exams/exams.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { CheckIn } from './check-in.js';
import { SittingFacts } from './sitting-facts.js';
import { SittingsController } from './sittings.controller.js';
import { SittingsQueries } from './sittings.queries.js';
import { SittingsService } from './sittings.service.js';
import { StartSitting } from './start-sitting.js';

@Module({
  imports: [CoursesModule, ExamsModule, QuizzesModule],
  controllers: [SittingsController],
  providers: [SittingsService, SittingsQueries, SittingFacts, CheckIn, StartSitting],
})
export class SittingsModule {}
