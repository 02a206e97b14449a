// One row per sign-in, written when a person signs in; a day after it has ended or run out, a later sign-in of anybody removes it.
// The token itself is nowhere.
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

@Entity()
@Index(['personId'])
@Index('session_over_at_idx', { synchronize: false })
export class SessionEntity {
  /** SHA-256 of the cookie's token, hexadecimal. */
  @PrimaryColumn('text')
  tokenHash!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @Column('text', { default: '' })
  device!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
