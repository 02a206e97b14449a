// One row per attempt and question answered so far; a higher sequence replaces a lower one, never the reverse.
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AttemptEntity } from './attempt.entity.js';

@Entity()
export class AttemptAnswerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => AttemptEntity, { onDelete: 'CASCADE' })
  attemptId!: string;

  @PrimaryColumn('uuid')
  questionId!: string;

  @Column('text', { array: true })
  optionIds!: string[];

  @Column('boolean', { default: false })
  isFlagged!: boolean;

  @Column('integer')
  sequence!: number;

  @Column('timestamptz')
  savedAt!: Date;

  /** Of an essay. */
  @Column('text', { default: '' })
  text!: string;

  @Column('boolean', { default: false })
  isFinal!: boolean;

  /** As the device says it, by the offset that it measured; in a test that goes one way, when it was answered first. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Taken after the deadline, within the grace. */
  @Column('boolean', { default: false })
  isLate!: boolean;

  /** What markers settled for an essay, in thousandths; a later text takes it away. */
  @Column('integer', { nullable: true })
  points!: number | null;

  @Column('text', { nullable: true })
  comment!: string | null;
}
