// One row per attempt whose device was heard of, written every few seconds from memory; a crash loses seconds of it and nothing else.
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AttemptEntity } from './attempt.entity.js';

@Entity()
export class AttemptSignEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => AttemptEntity, { onDelete: 'CASCADE' })
  attemptId!: string;

  @Column('timestamptz')
  lastSeenAt!: Date;

  /** Answers that wait on the device, as it said last. */
  @Column('integer')
  waiting!: number;
}
