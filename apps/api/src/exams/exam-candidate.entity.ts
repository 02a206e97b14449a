// One row per person and exam, written when the person's cohort is chosen; later it holds seat, check-in and the sealed paper.
// How the work goes on is no matter of this row: that is the attempt's.
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { EnrolmentEntity } from '../enrolments/enrolment.entity.js';
import { PaperEntity } from '../quizzes/paper.entity.js';
import { ExamRoomEntity } from './exam-room.entity.js';
import { ExamEntity } from './exam.entity.js';

@Entity()
@Unique(['examId', 'personId'])
@Unique(['paperId'])
@Check(
  'exam_candidate_paper_check',
  'num_nulls(paper_id, key, sealed, nonce, needed_points, possible_points) IN (0, 6)',
)
@Index(['personId'])
@Index(['enrolmentId'])
@Index(['roomId'])
@Index('exam_candidate_unprepared_idx', { synchronize: false })
export class ExamCandidateEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => ExamEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  examId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @ForeignKey(() => EnrolmentEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  enrolmentId!: string;

  @ForeignKey(() => ExamRoomEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  roomId!: string | null;

  /** Drawn ahead, or at check-in for those who came later. */
  @ForeignKey(() => PaperEntity)
  @Column('uuid', { nullable: true })
  paperId!: string | null;

  /** Opens the sealed paper; leaves the server with the start and not before. */
  @Column('bytea', { nullable: true })
  key!: Buffer | null;

  /** The questions of the paper under AES-256-GCM, with the tag at the end. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  @Column('bytea', { nullable: true })
  nonce!: Buffer | null;

  /** Of the paper, in thousandths of a point, so that a start need not read it. */
  @Column('integer', { nullable: true })
  neededPoints!: number | null;

  @Column('integer', { nullable: true })
  possiblePoints!: number | null;

  /** Grows with every restart; an attempt of an earlier number counts no more. */
  @Column('integer', { default: 1 })
  attemptNumber!: number;

  @Column('timestamptz', { nullable: true })
  checkedInAt!: Date | null;

  /** The invigilator who did it by hand; null for a check-in by code. */
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  checkedInBy!: string | null;
}
