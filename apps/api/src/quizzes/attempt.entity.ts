// One row per try at a quiz, written at the start with the paper, the rule and the clock that it will be judged by.
import type { ClosedBy, QuizRule } from '@onetouch/contract';
import type { Grade } from '@onetouch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrolmentEntity } from '../enrolments/enrolment.entity.js';
import { PaperEntity } from './paper.entity.js';

@Entity()
@Index('attempt_number_key', { synchronize: false })
@Index('attempt_open_key', { synchronize: false })
@Index('attempt_deadline_idx', { synchronize: false })
@Index('attempt_exam_id_idx', { synchronize: false })
@Index('attempt_unmarked_idx', { synchronize: false })
@Index('attempt_held_until_idx', { synchronize: false })
@Index('attempt_held_idx', { synchronize: false })
@Index(['lessonId'])
@Index(['paperId'])
export class AttemptEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => EnrolmentEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  enrolmentId!: string;

  @Column('uuid')
  lessonId!: string;

  /** Counts from 1, for each enrolment and quiz, and for each exam by itself. */
  @Column('integer')
  number!: number;

  /** The rule with every default filled in; frozen. */
  @Column('jsonb')
  rule!: QuizRule;

  /** Of the paper, in thousandths of a point; less after a question was dropped. */
  @Column('integer')
  neededPoints!: number;

  @Column('integer')
  possiblePoints!: number;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** Thousandths, summed over the questions; null until everything is marked. */
  @Column('integer', { nullable: true })
  points!: number | null;

  @Column('boolean', { nullable: true })
  hasPassed!: boolean | null;

  /** The mark question by question with the answers that it was judged by. */
  @Column('jsonb', { nullable: true })
  result!: Grade | null;

  @ForeignKey(() => PaperEntity)
  @Column('uuid')
  paperId!: string;

  /** Copied from the enrolment. */
  @Column('uuid')
  personId!: string;

  @Column('uuid')
  versionId!: string;

  /** Null outside an exam. */
  @Column('uuid', { nullable: true })
  examId!: string | null;

  /** Moved by extensions, credits and pauses; null without a limit. */
  @Column('timestamptz', { nullable: true })
  deadlineAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  pausedAt!: Date | null;

  /** What people gave: extensions and credits, without pauses. */
  @Column('integer', { default: 0 })
  extraSeconds!: number;

  @Column('text', { nullable: true })
  device!: string | null;

  @Column('text', { nullable: true })
  closedBy!: ClosedBy | null;

  @Column('integer', { default: 0 })
  lateCount!: number;

  /** When the last question got its mark. */
  @Column('timestamptz', { nullable: true })
  markedAt!: Date | null;

  /** A pass that was reached, or kept by a person, before more time opened the attempt again: no later mark takes it away. */
  @Column('boolean', { default: false })
  passStands!: boolean;

  /** The mark is kept back, and counts for nothing, until a person releases it. */
  @Column('boolean', { default: false })
  isHeld!: boolean;

  /** Since an answer came late: the mark shows and counts only when no more are taken. Emptied then. */
  @Column('timestamptz', { nullable: true })
  heldUntil!: Date | null;

  /** When its learner first read feedback or the key after handing it in. */
  @Column('timestamptz', { nullable: true })
  keyReadAt!: Date | null;

  /** Kept, but counts no more: another attempt stands in its place. */
  @Column('timestamptz', { nullable: true })
  voidedAt!: Date | null;
}
