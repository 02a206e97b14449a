// One row per issuer and year; its lock makes the numbers gap-free, because it is taken in the claiming transaction.
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from '../places/organisation.entity.js';

@Entity()
export class CertificateRegisterEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => OrganisationEntity)
  issuerId!: string;

  @PrimaryColumn('integer')
  year!: number;

  @Column('integer')
  lastNumber!: number;
}
