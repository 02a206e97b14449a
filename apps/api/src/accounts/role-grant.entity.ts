// One row per role within a scope, written by an admin; revoked with who and when, never deleted.
import type { Role } from '@onetouch/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from '../places/organisation.entity.js';
import { PlaceEntity } from '../places/place.entity.js';
import { PersonEntity } from './person.entity.js';

@Entity()
@Check('role_grant_scope_check', '(place_id IS NULL) <> (organisation_id IS NULL)')
@Index(['personId'])
@Index('role_grant_active_key', { synchronize: false })
export class RoleGrantEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: Role;

  /** Exactly one of place and organisation. */
  @ForeignKey(() => PlaceEntity)
  @Column('text', { nullable: true })
  placeId!: string | null;

  @ForeignKey(() => OrganisationEntity)
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  grantedBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt!: Date;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  revokedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
