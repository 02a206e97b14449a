// One row per account, written at registration. Roles are grants, agreement is consents; neither is here.
import type { Audience, Locale } from '@onetouch/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from '../places/organisation.entity.js';
import { PlaceEntity } from '../places/place.entity.js';

@Entity()
@Check('person_login_check', 'email IS NOT NULL OR phone IS NOT NULL')
@Unique(['email'])
@Unique(['phone'])
@Index('person_search_key_idx', { synchronize: false })
@Index(['placeId'])
@Index(['sortKey', 'id'])
export class PersonEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text')
  fullName!: string;

  /** Folded name for searching without accents. */
  @Column('text')
  searchKey!: string;

  /** Last word, then the whole name; sorted by the Vietnamese collation. */
  @Column({ type: 'text', collation: 'vi-x-icu' })
  sortKey!: string;

  /** Lower case; e-mail or phone, at least one. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** E.164, `+84912345678`. */
  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text')
  passwordHash!: string;

  @Column('text')
  audience!: Audience;

  @ForeignKey(() => PlaceEntity)
  @Column('text', { nullable: true })
  placeId!: string | null;

  @ForeignKey(() => OrganisationEntity)
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** As typed, or the name of the chosen organisation. */
  @Column('text', { default: '' })
  organisationName!: string;

  @Column('text', { default: 'vi' })
  locale!: Locale;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
