// One row per paper, written when it is drawn (at the start of an attempt, or ahead of an exam) and never changed.
import type { Paper } from '@onetouch/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CourseVersionEntity } from '../courses/course-version.entity.js';

@Entity()
@Index(['versionId'])
export class PaperEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => CourseVersionEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  versionId!: string;

  @Column('uuid')
  lessonId!: string;

  /** The paper can be drawn again from it. */
  @Column('text')
  seed!: string;

  /** Questions with key and feedback, options in their order. */
  @Column('jsonb')
  paper!: Paper;

  /** Its questions in order, so that a save need not read the paper. */
  @Column('uuid', { array: true })
  questionIds!: string[];

  @Column('timestamptz')
  createdAt!: Date;
}
