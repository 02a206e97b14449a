// One row per try at a quiz, written at the start with the paper and rule that it will be judged by.
import type { QuizRule } from '@onetouch/contract';
import type { Grade, Paper } from '@onetouch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EnrolmentEntity } from '../enrolments/enrolment.entity.js';

@Entity()
@Unique(['enrolmentId', 'lessonId', 'number'])
@Index('attempt_open_key', { synchronize: false })
export class AttemptEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => EnrolmentEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  enrolmentId!: string;

  @Column('uuid')
  lessonId!: string;

  @Column('integer')
  number!: number;

  /** The paper can be drawn again from it. */
  @Column('text')
  seed!: string;

  /** Questions with key and feedback, options in their order; frozen. */
  @Column('jsonb')
  paper!: Paper;

  @Column('jsonb')
  rule!: QuizRule;

  /** Of the paper, in whole points. */
  @Column('integer')
  neededPoints!: number;

  @Column('integer')
  possiblePoints!: number;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** Whole points, summed over the questions; null until submitted. */
  @Column('integer', { nullable: true })
  points!: number | null;

  @Column('boolean', { nullable: true })
  hasPassed!: boolean | null;

  /** The mark question by question with the answers that it was judged by. */
  @Column('jsonb', { nullable: true })
  result!: Grade | null;
}
