// One row per cohort whose members sit an exam.
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CohortEntity } from '../cohorts/cohort.entity.js';
import { ExamEntity } from './exam.entity.js';

@Entity()
@Index(['cohortId'])
export class ExamCohortEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => ExamEntity, { onDelete: 'CASCADE' })
  examId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => CohortEntity, { onDelete: 'CASCADE' })
  cohortId!: string;
}
