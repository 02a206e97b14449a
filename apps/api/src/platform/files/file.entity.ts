// One row per distinct content, written when it is first stored; named by its hash, so it never changes.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class FileEntity {
  /** SHA-256 of the bytes, hexadecimal. */
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  mediaType!: string;

  @Column('bytea')
  data!: Buffer;

  /** Only the demonstration brought it: removing the demonstration may take it away. */
  @Column('boolean', { default: false })
  isDemonstration!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
