// One row per correction that was applied to a quiz or an exam, with author and reason. What holds for later marks stands with the quizzes.
import type { CorrectionWish } from '@onetouch/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { CourseEntity } from '../courses/course.entity.js';

@Entity()
@Index(['lessonId', 'appliedAt'])
@Index(['courseId'])
@Index(['authorId'])
@Index('correction_unsettled_idx', { synchronize: false })
export class CorrectionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => CourseEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  courseId!: string;

  @Column('uuid')
  lessonId!: string;

  /** Only in that exam; null: everywhere. It outlives the exam. */
  @Column('uuid', { nullable: true })
  examId!: string | null;

  @Column('jsonb')
  wish!: CorrectionWish;

  /** Of the question, as it was asked. */
  @Column('text')
  prompt!: string;

  @Column('text')
  reason!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** What the preview showed and this did. */
  @Column('text')
  fingerprint!: string;

  @Column('timestamptz')
  appliedAt!: Date;

  /** Since then no attempt is left that was being handed in while it was applied. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
