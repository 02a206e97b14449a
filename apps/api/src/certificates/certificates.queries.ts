// Reads of the certificates room. What an admin may see is one where-clause for the list and, in the policy, for one.
import { normaliseCertificateCode } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../platform/database/database.js';
import { CursorTime, cursorTimeOf, decodeCursor, encodeCursor, pageOf } from '../platform/database/keyset.js';
import { searchPattern } from '../platform/database/search-pattern.js';
import type { Actor } from '../platform/http/actor.js';
import { certificateColumns, type CertificateRow, certificateTables } from './certificate-row.js';
import { adminScope } from './certificates.policy.js';

const findById = {
  name: 'certificates.find',
  text: `SELECT ${certificateColumns} FROM ${certificateTables} WHERE c.id = $1`,
};
const findByPerson = {
  name: 'certificates.list-mine',
  text: `SELECT ${certificateColumns} FROM ${certificateTables} WHERE c.person_id = $1 ORDER BY c.issued_at DESC, c.id DESC`,
};
const findByCode = {
  name: 'certificates.verify',
  text: `SELECT ${certificateColumns}, coalesce((
      SELECT agreed.given FROM consent agreed
      WHERE agreed.person_id = c.person_id AND agreed.purpose = 'certificate-publication'
      ORDER BY agreed.decided_at DESC, agreed.id DESC LIMIT 1), false) AS "isNamePublic"
    FROM ${certificateTables} WHERE c.code = $1`,
};
const findInScope = {
  name: 'certificates.list',
  text: `SELECT ${certificateColumns}, ${cursorTimeOf('c.issued_at')} AS "sortTime" FROM ${certificateTables}
    WHERE (issuer_place.path <@ $1::ltree[] OR c.issuer_id = ANY($2::uuid[]))
      AND ($3::text IS NULL OR c.search_key LIKE $3 OR c.code = $4)
      AND ($5::timestamptz IS NULL OR (c.issued_at, c.id) < ($5, $6::uuid))
    ORDER BY c.issued_at DESC, c.id DESC LIMIT $7`,
};

const Cursor = z.tuple([CursorTime, z.uuid()]);

/** A certificate with whether its holder agrees to the name being public. */
export type VerifiedRow = CertificateRow & { isNamePublic: boolean };

interface ListWish {
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class CertificatesQueries {
  constructor(private readonly database: Database) {}

  /** One certificate, whoever asks; the policy decides. */
  find(certificateId: string): Promise<CertificateRow | undefined> {
    return this.database.row<CertificateRow>(findById, [certificateId]);
  }

  /** Own certificates, newest first. */
  listOf(personId: string): Promise<CertificateRow[]> {
    return this.database.rows<CertificateRow>(findByPerson, [personId]);
  }

  /** The certificate of a canonical code. */
  findByCode(code: string): Promise<VerifiedRow | undefined> {
    return this.database.row<VerifiedRow>(findByCode, [code]);
  }

  /** Certificates of the actor's admin scope by folded name, number or code, newest first. */
  async listInScope(actor: Actor, wish: ListWish): Promise<{ rows: CertificateRow[]; next: string | null }> {
    const { paths, organisationIds } = adminScope(actor);
    const after = decodeCursor(wish.cursor, Cursor);
    const code = wish.q === undefined ? null : normaliseCertificateCode(wish.q);
    const rows = await this.database.rows<CertificateRow & { sortTime: string }>(findInScope, [
      paths,
      organisationIds,
      searchPattern(wish.q),
      code,
      after?.[0] ?? null,
      after?.[1] ?? null,
      wish.limit + 1,
    ]);
    return pageOf(rows, wish.limit, (row) => encodeCursor([row.sortTime, row.id]));
  }
}
