// One row per connection point of an exam: where people sit, who watches, and the code that lets them in.
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { PlaceEntity } from '../places/place.entity.js';
import { ExamEntity } from './exam.entity.js';

@Entity()
@Unique(['code'])
@Index(['examId'])
@Index(['invigilatorId'])
export class ExamRoomEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => ExamEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  examId!: string;

  @Column('text')
  name!: string;

  @ForeignKey(() => PlaceEntity)
  @Column('text', { nullable: true })
  placeId!: string | null;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  invigilatorId!: string | null;

  @Column('integer')
  capacity!: number;

  /** Upper case, without letters and digits that look alike. */
  @Column('text')
  code!: string;

  /** The clocks of the room stand still since then. */
  @Column('timestamptz', { nullable: true })
  pausedAt!: Date | null;
}
