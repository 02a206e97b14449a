// One row per person ever put on a cohort; taking off sets `removedAt`, adding again clears it.
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import { CohortEntity } from './cohort.entity.js';

@Entity()
@Index(['personId'])
export class CohortMemberEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CohortEntity, { onDelete: 'CASCADE' })
  cohortId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId!: string;

  @Column('timestamptz')
  addedAt!: Date;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  addedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
