// One row per enrolment and lesson, written with the first progress event: the merged state of all events so far.
import type { LessonState } from '@onetouch/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrolmentEntity } from './enrolment.entity.js';

@Entity()
export class LessonProgressEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => EnrolmentEntity, { onDelete: 'CASCADE' })
  enrolmentId!: string;

  @PrimaryColumn('uuid')
  lessonId!: string;

  /** Merged by `applyEvents` of the domain. */
  @Column('jsonb')
  state!: LessonState;

  /** Counts writes; an update names the revision that it was merged from, so that no device overwrites another. */
  @Column('integer', { default: 1 })
  revision!: number;

  @Column('timestamptz')
  startedAt!: Date;

  /** Time of the event that met the last required block; written once. */
  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;
}
