// Consents: every decision is a row with time, text version and channel; the newest of a purpose counts. Appended, never changed.
import { type Consent, ConsentPurpose, consentTextVersion } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';

interface ConsentRow {
  purpose: ConsentPurpose;
  given: boolean;
  textVersion: string;
  decidedAt: Date;
  givenAt: Date | null;
}

const listNewest = {
  name: 'accounts.list-consents',
  text: `
    SELECT DISTINCT ON (purpose) purpose, given, text_version AS "textVersion", decided_at AS "decidedAt",
      max(decided_at) FILTER (WHERE given) OVER (PARTITION BY purpose) AS "givenAt"
    FROM consent WHERE person_id = $1
    ORDER BY purpose, decided_at DESC, id DESC`,
};

/** Two decisions of one person at once take turns, so that the second sees the first. */
const lockPerson = {
  name: 'accounts.lock-person',
  text: 'SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE',
};

/** Appends unless the newest decision says the same already; a refusal of what was never given is no row. */
const decide = {
  name: 'accounts.decide-consent',
  text: `
    INSERT INTO consent (person_id, purpose, given, text_version, channel, decided_at)
    SELECT $1, $2, $3, $4, 'web', $5
    WHERE (SELECT given AND text_version = $4 FROM consent WHERE person_id = $1 AND purpose = $2 ORDER BY decided_at DESC, id DESC LIMIT 1)
      IS DISTINCT FROM $3 AND ($3 OR EXISTS (SELECT FROM consent WHERE person_id = $1 AND purpose = $2))`,
};

function toConsent(purpose: ConsentPurpose, row: ConsentRow | undefined): Consent {
  return {
    purpose,
    textVersion: row?.textVersion ?? consentTextVersion,
    givenAt: row?.givenAt?.toISOString() ?? null,
    withdrawnAt: row && !row.given ? row.decidedAt.toISOString() : null,
  };
}

@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every purpose there is, with the newest decision of this person. */
  async list(actor: Actor): Promise<{ items: Consent[] }> {
    const rows = await this.database.rows<ConsentRow>(listNewest, [actor.personId]);
    const items = ConsentPurpose.options.map((purpose) =>
      toConsent(
        purpose,
        rows.find((row) => row.purpose === purpose),
      ),
    );
    return { items };
  }

  /** Records a decision; an account without a training record does not exist, so that one stays. */
  async decide(purpose: ConsentPurpose, given: boolean, actor: Actor): Promise<{ items: Consent[] }> {
    if (purpose === 'training-record' && !given) throw new Problem('person.consent-required');
    await this.database.transaction(async (transaction) => {
      await transaction.rows(lockPerson, [actor.personId]);
      const values = [actor.personId, purpose, given, consentTextVersion, this.clock.now()];
      await transaction.rows(decide, values);
    });
    return this.list(actor);
  }
}
