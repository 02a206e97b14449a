// One row per attempt that a correction changed, with the result before and after: nothing of the old one is lost.
import type { CorrectionChange } from '@onetouch/contract';
import type { ComparedMark, Grade } from '@onetouch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { AttemptEntity } from '../quizzes/attempt.entity.js';
import { CorrectionEntity } from './correction.entity.js';

@Entity()
@Index(['attemptId'])
@Index(['decidedBy'])
export class CorrectionChangeEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CorrectionEntity, { onDelete: 'CASCADE' })
  correctionId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => AttemptEntity, { onDelete: 'CASCADE' })
  attemptId!: string;

  @Column('jsonb')
  before!: ComparedMark;

  /** By the rule; while a pass that it takes away waits for a decision or was kept, the attempt still counts as passed. */
  @Column('jsonb')
  after!: ComparedMark;

  /** Question by question; null for a mark that had none. */
  @Column('jsonb', { nullable: true })
  oldResult!: Grade | null;

  @Column('jsonb')
  newResult!: Grade;

  /** Null where there is nothing to decide. */
  @Column('text', { nullable: true })
  decision!: CorrectionChange['decision'];

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
