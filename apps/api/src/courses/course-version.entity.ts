// One row per publication, never updated: the document as frozen. What can be worked out of it is no column, but for the minutes,
// which a certificate reads.
import type { CourseDocument } from '@onetouch/contract';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { CourseEntity } from './course.entity.js';

@Entity()
@Unique(['courseId', 'number'])
export class CourseVersionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => CourseEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  courseId!: string;

  @Column('integer')
  number!: number;

  @Column('jsonb')
  document!: CourseDocument;

  @Column('integer')
  minutes!: number;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  publishedBy!: string;

  @Column('timestamptz')
  publishedAt!: Date;
}
