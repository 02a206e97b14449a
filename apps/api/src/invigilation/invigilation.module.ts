// The invigilation room, put together.
import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { ExamsModule } from '../exams/exams.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { ActInRoom } from './act-in-room.js';
import { ActOnCandidate } from './act-on-candidate.js';
import { BoardQueries } from './board.queries.js';
import { BoardStreams } from './board-streams.js';
import { InvigilationController } from './invigilation.controller.js';
import { InvigilationService } from './invigilation.service.js';
import { MoveToRoom } from './move-to-room.js';
import { ExamRecord } from './record.js';

@Module({
  imports: [CoursesModule, QuizzesModule, ExamsModule],
  controllers: [InvigilationController],
  providers: [
    InvigilationService,
    BoardQueries,
    BoardStreams,
    ActInRoom,
    ActOnCandidate,
    MoveToRoom,
    ExamRecord,
  ],
})
export class InvigilationModule {}
