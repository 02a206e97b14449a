// One row per grant of more time or more attempts to one person, never changed: who gave how much, and why.
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { EnrolmentEntity } from '../enrolments/enrolment.entity.js';

@Entity()
@Index(['enrolmentId', 'lessonId'])
@Index(['lessonId', 'grantedAt'])
export class AttemptExtensionEntity {
  /** Made by the client, so that a grant sent twice counts once. */
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => EnrolmentEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  enrolmentId!: string;

  @Column('uuid')
  lessonId!: string;

  /** Null outside an exam. */
  @Column('uuid', { nullable: true })
  examId!: string | null;

  @Column('integer')
  minutes!: number;

  @Column('integer')
  attempts!: number;

  @Column('text')
  reason!: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  authorId!: string;

  @Column('timestamptz')
  grantedAt!: Date;
}
