// One row per essay and marker, written when the mark is given and never changed. What the marks come to stands with the answer.
import type { CriterionMark } from '@onetouch/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { AttemptEntity } from '../quizzes/attempt.entity.js';

@Entity()
@Unique(['attemptId', 'questionId', 'textHash', 'markerId'])
@Index(['markerId'])
export class EssayMarkEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => AttemptEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  attemptId!: string;

  @Column('uuid')
  questionId!: string;

  /** Of the text that was read: a text that arrives later is marked anew. */
  @Column('text')
  textHash!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  markerId!: string | null;

  /** The sum of the criteria, in thousandths. */
  @Column('integer')
  points!: number;

  @Column('jsonb')
  criteria!: CriterionMark[];

  @Column('text')
  comment!: string;

  @Column('timestamptz')
  markedAt!: Date;
}
