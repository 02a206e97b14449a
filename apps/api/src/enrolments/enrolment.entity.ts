// One row per person and course, written when the person enrols or is enrolled; pinned to the version of that day.
import type { CompletionEvidence } from '@onetouch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { CourseVersionEntity } from '../courses/course-version.entity.js';
import { CourseEntity } from '../courses/course.entity.js';

@Entity()
@Unique(['personId', 'courseId'])
@Index(['courseId'])
@Index(['versionId'])
export class EnrolmentEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @ForeignKey(() => CourseEntity)
  @Column('uuid')
  courseId!: string;

  @ForeignKey(() => CourseVersionEntity)
  @Column('uuid')
  versionId!: string;

  @Column('timestamptz')
  enrolledAt!: Date;

  /** Time of the first progress event that the server received, or of the first attempt at a quiz. */
  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  /** Time of the fact that met the last criterion; written once. */
  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;

  /** What the completion was decided by, frozen with it. */
  @Column('jsonb', { nullable: true })
  completion!: CompletionEvidence | null;

  /** Lessons done and quizzes passed; written with the fact that changes them. */
  @Column('integer', { default: 0 })
  stepsDone!: number;

  @Column('integer')
  stepsTotal!: number;
}
