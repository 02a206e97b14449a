// One row per correction of a faulty question in force: whatever is marked from then on, or marked again, is marked by it.
import type { QuestionCorrection } from '@onetouch/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity()
@Index(['lessonId'])
export class QuestionCorrectionEntity {
  /** The correction's own id in the marking room. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  lessonId!: string;

  /** Only in that exam; null: everywhere. */
  @Column('uuid', { nullable: true })
  examId!: string | null;

  @Column('jsonb')
  correction!: QuestionCorrection;

  /** Versions published later are not touched by it: their author knew. */
  @Column('timestamptz')
  appliedAt!: Date;
}
