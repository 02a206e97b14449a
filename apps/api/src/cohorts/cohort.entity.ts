// One row per cohort, written by a coordinator: a course for a place or an organisation in a window of time.
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { CourseEntity } from '../courses/course.entity.js';
import { OrganisationEntity } from '../places/organisation.entity.js';
import { PlaceEntity } from '../places/place.entity.js';

@Entity()
@Check('cohort_window_check', 'opens_at < closes_at')
@Index(['placeId'])
export class CohortEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  searchKey!: string;

  @ForeignKey(() => CourseEntity)
  @Column('uuid')
  courseId!: string;

  /** The place of the cohort; with an organisation, the place of that organisation. */
  @ForeignKey(() => PlaceEntity)
  @Column('text')
  placeId!: string;

  @ForeignKey(() => OrganisationEntity)
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('timestamptz')
  opensAt!: Date;

  @Column('timestamptz')
  closesAt!: Date;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;
}
