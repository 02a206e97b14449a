// One row per publication, never updated: the document as frozen, and the figures that the catalogue filters by.
import type { Audience, CourseDocument, Level, Topic } from '@onetouch/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { CourseEntity } from './course.entity.js';

@Entity()
@Unique(['courseId', 'number'])
@Index('course_version_search_key_idx', { synchronize: false })
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

  @Column('text')
  audience!: Audience;

  @Column('text')
  level!: Level;

  @Column('text')
  topic!: Topic;

  @Column('integer')
  minutes!: number;

  @Column('integer')
  lessonCount!: number;

  @Column('bigint')
  weightBytes!: string;

  /** Folded title, summary and lesson titles. */
  @Column('text')
  searchKey!: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  publishedBy!: string;

  @Column('timestamptz')
  publishedAt!: Date;
}
