// One row per enrolment and lesson, written with the first progress event: the merged state of all events so far.
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrolmentEntity } from './enrolment.entity.js';

/** Merged facts; the merge rule is `applyEvents` in the domain. */
export interface LessonState {
  metBlockIds: string[];
  watched: Record<string, [number, number][]>;
  answers: Record<string, { optionIds: string[]; at: string; eventId: string }>;
  position: { blockId: string; at: string; eventId: string } | null;
}

@Entity()
export class LessonProgressEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => EnrolmentEntity, { onDelete: 'CASCADE' })
  enrolmentId!: string;

  @PrimaryColumn('uuid')
  lessonId!: string;

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
