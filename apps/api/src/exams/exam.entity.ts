// One row per exam session, written when it is planned: one quiz of one published version for the people of its cohorts.
import type { CompleteRule } from '@onetouch/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { CourseVersionEntity } from '../courses/course-version.entity.js';
import { CourseEntity } from '../courses/course.entity.js';
import { OrganisationEntity } from '../places/organisation.entity.js';
import { PlaceEntity } from '../places/place.entity.js';

@Entity()
@Check('exam_window_check', 'check_in_opens_at <= starts_at AND starts_at < closes_at')
@Index(['placeId'])
@Index(['organisationId'])
export class ExamEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  searchKey!: string;

  @ForeignKey(() => CourseEntity)
  @Column('uuid')
  courseId!: string;

  /** What was published on the day of planning; everybody sits the same version. */
  @ForeignKey(() => CourseVersionEntity)
  @Column('uuid')
  versionId!: string;

  @Column('uuid')
  lessonId!: string;

  /** The place that runs it; with an organisation, the place of that organisation. */
  @ForeignKey(() => PlaceEntity)
  @Column('text')
  placeId!: string;

  @ForeignKey(() => OrganisationEntity)
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('timestamptz')
  checkInOpensAt!: Date;

  @Column('timestamptz')
  startsAt!: Date;

  /** No start after it. */
  @Column('timestamptz')
  closesAt!: Date;

  @Column('jsonb')
  rule!: CompleteRule;

  @Column('text')
  release!: 'at-once' | 'by-person';

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  releasedBy!: string | null;

  @Column('integer')
  spreadSeconds!: number;

  /** Papers are drawn in the background from then on. */
  @Column('timestamptz', { nullable: true })
  preparationRequestedAt!: Date | null;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;
}
