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

  /** The last time that nothing was heard for longer than a beat may be lost: its last sign before, and its first after. */
  @Column('timestamptz', { nullable: true })
  silentFrom!: Date | null;

  @Column('timestamptz', { nullable: true })
  silentUntil!: Date | null;

  /** Answers that wait on the device, as it said last. */
  @Column('integer')
  waiting!: number;
}
