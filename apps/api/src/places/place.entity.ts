// One row per administrative unit and list, written by a migration from the reference data; ended units stay.
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity()
@Index('place_path_idx', { synchronize: false })
@Index('place_path_gist_idx', { synchronize: false })
@Index('place_search_key_idx', { synchronize: false })
@Index(['provinceId'])
export class PlaceEntity {
  /** `vn`, `p34-24`, `p63-24`, `c-07210`: the code with its list, because codes changed owner in 2025. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  level!: 'country' | 'province' | 'commune';

  @Column('text')
  kind!: 'country' | 'province' | 'municipality' | 'commune' | 'ward' | 'special-zone';

  @Column('text')
  name!: string;

  @Column('text')
  fullName!: string;

  @Column('text')
  nameEn!: string;

  /** Folded names and other spellings, for searching without accents. */
  @Column('text')
  searchKey!: string;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @ForeignKey(() => PlaceEntity)
  @Column('text', { nullable: true })
  provinceId!: string | null;

  /** The unit that took over; only for ended units. */
  @ForeignKey(() => PlaceEntity)
  @Column('text', { nullable: true })
  successorId!: string | null;

  /** `vn.p24.c07210` for units of today, `vn.h24` for ended provinces: a scope is a prefix of it. */
  @Column('ltree')
  path!: string;
}
