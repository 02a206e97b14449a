// One row per agency, enterprise, cooperative, school or community team, written by a coordinator or the demonstration.
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PlaceEntity } from './place.entity.js';

@Entity()
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

  /** Stands in the numbers of the certificates that it issues: `0427/2026/CN-KNS`. */
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
