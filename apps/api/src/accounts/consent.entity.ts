// One row per decision about a purpose, appended whenever a person gives or withdraws consent; the newest counts.
import type { ConsentPurpose } from '@onetouch/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

@Entity()
@Index(['personId', 'purpose', 'decidedAt'])
export class ConsentEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @Column('text')
  purpose!: ConsentPurpose;

  @Column('boolean')
  given!: boolean;

  /** Which wording was on the screen. */
  @Column('text')
  textVersion!: string;

  @Column('text')
  channel!: 'web' | 'demonstration' | 'operator';

  @Column('timestamptz')
  decidedAt!: Date;
}
