// One row per answer that was taken after its deadline, written with it and never changed: what the person responsible judges it by.
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AttemptEntity } from './attempt.entity.js';

@Entity()
export class LateAnswerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => AttemptEntity, { onDelete: 'CASCADE' })
  attemptId!: string;

  @PrimaryColumn('uuid')
  questionId!: string;

  @PrimaryColumn('integer')
  sequence!: number;

  /** As the request names it; null where it names none. */
  @Column('text', { nullable: true })
  device!: string | null;

  /** As the device says it, in server time by the offset that it measured. */
  @Column('timestamptz')
  answeredAt!: Date;

  @Column('timestamptz')
  arrivedAt!: Date;

  /** The last sign of life before the silence that it came out of; null when the server heard of no device, or without a silence. */
  @Column('timestamptz', { nullable: true })
  heardBeforeAt!: Date | null;

  /** The first one after it. */
  @Column('timestamptz', { nullable: true })
  heardAgainAt!: Date | null;
}
