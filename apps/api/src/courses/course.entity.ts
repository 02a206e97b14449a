// One row per course: its draft, and which version is published. Learners never read the draft.
import type { CourseDocument } from '@onetouch/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { OrganisationEntity } from '../places/organisation.entity.js';

@Entity()
@Unique(['slug'])
@Index(['ownerId'])
export class CourseEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text')
  slug!: string;

  /** The trainer who answers for it. */
  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  ownerId!: string;

  /** Issues its certificates. */
  @ForeignKey(() => OrganisationEntity)
  @Column('uuid')
  issuerId!: string;

  /** Lessons may be read without an account. */
  @Column('boolean', { default: true })
  isOpen!: boolean;

  @Column('jsonb')
  draft!: CourseDocument;

  /** Counts saves; a save names the revision that it has seen. */
  @Column('integer', { default: 1 })
  draftRevision!: number;

  @Column('timestamptz', { default: () => 'now()' })
  draftSavedAt!: Date;

  /** The version that new learners get; null before the first publication. No foreign key, because versions point here. */
  @Column('uuid', { nullable: true })
  publishedVersionId!: string | null;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
