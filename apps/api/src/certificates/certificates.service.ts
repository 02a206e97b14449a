// Use cases of certificates: claim, read, draw, check, revoke.
import type { certificates, Certificate, InputOf, ResponseOf, Verification } from '@onetouch/contract';
import { normaliseCertificateCode } from '@onetouch/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { FileAnswer } from '../platform/http/file-answer.js';
import { Problem } from '../platform/http/problem.js';
import { addressKey, Throttle } from '../platform/throttle.js';
import { type CertificateRow, toCertificate, verifyUrlOf } from './certificate-row.js';
import { mayRead, mayRevoke } from './certificates.policy.js';
import { CertificatesQueries } from './certificates.queries.js';
import { claimCertificate } from './claim-certificate.js';
import { drawCertificate } from './drawing/draw-certificate.js';
import { toVerification } from './verify-certificate.js';

const revokeOnce = {
  name: 'certificates.revoke',
  text: `UPDATE certificate SET revoked_at = $2, revoked_by = $3, revocation_reason = $4, revocation_decision = $5
    WHERE id = $1 AND revoked_at IS NULL RETURNING id`,
};

@Injectable()
export class CertificatesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: CertificatesQueries,
    private readonly throttle: Throttle,
  ) {}

  /** The one certificate of the actor's enrolment; issued by the first call. */
  async claim(enrolmentId: string, actor: Actor): Promise<Certificate> {
    const claim = { enrolmentId, personId: actor.personId, now: this.clock.now() };
    const id = await this.database.transaction((transaction) => claimCertificate(transaction, claim));
    return this.read(id, actor);
  }

  /** Own certificates, newest first. */
  async listMine(actor: Actor): Promise<ResponseOf<typeof certificates.listMine>> {
    const rows = await this.queries.listOf(actor.personId);
    return { items: rows.map((row) => this.present(row, actor)) };
  }

  /** One certificate that the actor may see, else `certificate.not-found`. */
  async read(certificateId: string, actor: Actor): Promise<Certificate> {
    return this.present(await this.readable(certificateId, actor), actor);
  }

  /** The PDF, drawn from the row alone. */
  async download(certificateId: string, actor: Actor): Promise<FileAnswer> {
    const row = await this.readable(certificateId, actor);
    const content = await drawCertificate({
      ...row,
      verifyUrl: verifyUrlOf(this.config.publicUrl, row.code),
    });
    return new FileAnswer(content, {
      mediaType: 'application/pdf',
      downloadName: `chung-nhan-${row.code}.pdf`,
    });
  }

  /** The public verdict on whatever was typed; counted by address, so that nobody tries out codes. */
  async verify(typed: string, address: string): Promise<Verification> {
    await this.throttle.consume('verification.address', addressKey(address));
    const code = normaliseCertificateCode(typed);
    const row = code === null ? undefined : await this.queries.findByCode(code);
    return toVerification(row, this.clock.now());
  }

  /** Certificates of the actor's admin scope. */
  async list(
    query: InputOf<typeof certificates.list>['query'],
    actor: Actor,
  ): Promise<ResponseOf<typeof certificates.list>> {
    const { rows, next } = await this.queries.listInScope(actor, query);
    return { items: rows.map((row) => this.present(row, actor)), next };
  }

  /** Revokes once and for ever; the second of two refuses with `certificate.already-revoked`. */
  async revoke(
    certificateId: string,
    body: InputOf<typeof certificates.revoke>['body'],
    actor: Actor,
  ): Promise<Certificate> {
    const row = await this.readable(certificateId, actor);
    if (!mayRevoke(actor, row)) throw new Problem('access.denied');
    const revoked = await this.database.row(revokeOnce, [
      row.id,
      this.clock.now(),
      actor.personId,
      body.reason,
      body.decision || null,
    ]);
    if (!revoked) throw new Problem('certificate.already-revoked');
    return this.read(row.id, actor);
  }

  private async readable(certificateId: string, actor: Actor): Promise<CertificateRow> {
    const row = await this.queries.find(certificateId);
    if (!row || !mayRead(actor, row)) throw new Problem('certificate.not-found');
    return row;
  }

  private present(row: CertificateRow, actor: Actor): Certificate {
    return toCertificate(row, actor, this.config.publicUrl);
  }
}
