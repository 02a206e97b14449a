// One row per certificate, written when it is claimed: name, title and rule as issued. Revoked, never deleted.
import type { Localized } from '@onetouch/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../accounts/person.entity.js';
import type { CompletionEvidence } from '@onetouch/domain';
import { EnrolmentEntity } from '../enrolments/enrolment.entity.js';
import { OrganisationEntity } from '../places/organisation.entity.js';

@Entity()
@Unique(['enrolmentId'])
@Unique(['code'])
// Before issuers without a code were told apart, all of them wrote CN-OT: what was printed stays.
@Index('certificate_number_key', ['number'], { unique: true, where: "number NOT LIKE '%/CN-OT'" })
@Unique(['issuerId', 'year', 'registerNumber'])
@Index(['personId'])
@Index('certificate_search_key_idx', { synchronize: false })
export class CertificateEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @ForeignKey(() => EnrolmentEntity)
  @Column('uuid')
  enrolmentId!: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  personId!: string;

  @ForeignKey(() => OrganisationEntity)
  @Column('uuid')
  issuerId!: string;

  /** Year of the register, in Viet Nam time. */
  @Column('integer')
  year!: number;

  @Column('integer')
  registerNumber!: number;

  /** Unlike every other, because registers are numbered without gap and no two issuers share a code. */
  @Column('text')
  number!: string;

  @Column('text')
  code!: string;

  @Column('text')
  personName!: string;

  @Column('jsonb')
  courseTitle!: Localized;

  @Column('text')
  courseSlug!: string;

  @Column('text')
  issuerName!: string;

  @Column('text')
  issuerPlace!: string;

  @Column('integer')
  minutes!: number;

  @Column('timestamptz')
  completedAt!: Date;

  @Column('timestamptz')
  issuedAt!: Date;

  /** The completion that it stands on, copied. */
  @Column('jsonb')
  evidence!: CompletionEvidence;

  /** Folded name, number and code. */
  @Column('text')
  searchKey!: string;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid', { nullable: true })
  revokedBy!: string | null;

  @Column('text', { nullable: true })
  revocationReason!: string | null;

  @Column('text', { nullable: true })
  revocationDecision!: string | null;
}
