// One row per thing that somebody did to an exam, a room or a person in it, with the reason. Appended, never changed.
import type { ExamEventKind } from '@onetouch/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { ExamCandidateEntity } from './exam-candidate.entity.js';
import { ExamRoomEntity } from './exam-room.entity.js';
import { ExamEntity } from './exam.entity.js';

@Entity()
@Index(['examId', 'at', 'id'])
@Index(['roomId'])
@Index(['fromRoomId'])
@Index(['candidateId'])
export class ExamEventEntity {
  /** The client's where it names one, so that the same thing counts once. */
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => ExamEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  examId!: string;

  @ForeignKey(() => ExamRoomEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  roomId!: string | null;

  /** The room that a candidate left by being moved to `roomId`; its own record tells of it too. */
  @ForeignKey(() => ExamRoomEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  fromRoomId!: string | null;

  @ForeignKey(() => ExamCandidateEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  candidateId!: string | null;

  @Column('text')
  kind!: ExamEventKind;

  /** Null for what the system did by itself. */
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('integer', { nullable: true })
  minutes!: number | null;

  @Column('text', { default: '' })
  reason!: string;

  @Column('timestamptz')
  at!: Date;
}
