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
}
