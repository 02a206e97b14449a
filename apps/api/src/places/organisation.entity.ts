// One row per agency, enterprise, cooperative, school or community team, written by a coordinator or the demonstration.
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import { PlaceEntity } from './place.entity.js';

@Entity()
@Check(
  'organisation_issuer_code_check',
  "issuer_code ~ '^[A-ZĐ][A-ZĐ0-9-]*$' AND issuer_code !~ '^OT[0-9]*$'",
)
@Unique(['serial'])
@Unique(['issuerCode'])
@Index('organisation_search_key_idx', { synchronize: false })
@Index(['placeId'])
export class OrganisationEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  searchKey!: string;

  @Column('text')
  kind!: 'agency' | 'enterprise' | 'cooperative' | 'school' | 'community-team' | 'other';

  @ForeignKey(() => PlaceEntity)
  @Column('text')
  placeId!: string;

  /** Stands for the issuer code where there is none: no two organisations share it. */
  @Column('integer')
  @Generated('increment')
  serial!: number;

  /** Stands in the numbers of the certificates that it issues, `0427/2026/CN-KNS`; nobody else's, and never `OT` with digits. */
  @Column('text', { nullable: true })
  issuerCode!: string | null;

  @Column('date', { default: () => 'now()' })
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @ForeignKey(() => OrganisationEntity)
  @Column('uuid', { nullable: true })
  successorId!: string | null;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;
}
