// Figures of cohorts: funnels by cohort, commune and organisation, each set by one grouped statement.
import type { CohortDetail, Funnel } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { funnelColumns, memberTables } from './member-facts.js';

const byCohort = {
  name: 'cohorts.funnels',
  text: `SELECT m.cohort_id AS "cohortId", ${funnelColumns} FROM ${memberTables}
    WHERE m.cohort_id = ANY($1::uuid[]) AND m.removed_at IS NULL GROUP BY m.cohort_id`,
};
// One scan for the total and both breakdowns, so that the parts always sum to the whole.
const byPart = {
  name: 'cohorts.figures',
  text: `SELECT grouping(pl.id) = 0 AS "isPlace", grouping(p.organisation_name) = 0 AS "isOrganisation",
      pl.id AS "placeId", pl.full_name AS "placeName", p.organisation_name AS "organisationName", ${funnelColumns}
    FROM ${memberTables}
    WHERE m.cohort_id = $1 AND m.removed_at IS NULL
    GROUP BY GROUPING SETS ((), (pl.id, pl.full_name), (p.organisation_name))
    ORDER BY enrolled DESC, pl.full_name COLLATE "vi-x-icu", p.organisation_name COLLATE "vi-x-icu", pl.id`,
};

interface PartRow extends Funnel {
  isPlace: boolean;
  isOrganisation: boolean;
  placeId: string | null;
  placeName: string | null;
  organisationName: string | null;
}

export type Figures = Pick<CohortDetail, 'funnel' | 'byCommune' | 'byOrganisation'>;

const nobody: Funnel = { enrolled: 0, started: 0, completed: 0, certified: 0 };

function funnelOf({ enrolled, started, completed, certified }: Funnel): Funnel {
  return { enrolled, started, completed, certified };
}

@Injectable()
export class CohortFigures {
  constructor(private readonly database: Database) {}

  /** Funnels of several cohorts; one without members has an empty one. */
  async funnels(cohortIds: string[]): Promise<(cohortId: string) => Funnel> {
    const rows = await this.database.rows<Funnel & { cohortId: string }>(byCohort, [cohortIds]);
    const found = new Map(rows.map((row) => [row.cohortId, funnelOf(row)]));
    return (cohortId) => found.get(cohortId) ?? nobody;
  }

  /** The figures of one cohort, largest part first. */
  async read(cohortId: string): Promise<Figures> {
    const rows = await this.database.rows<PartRow>(byPart, [cohortId]);
    const total = rows.find((row) => !row.isPlace && !row.isOrganisation);
    return {
      funnel: total ? funnelOf(total) : nobody,
      byCommune: rows
        .filter((row) => row.isPlace)
        .map((row) => ({
          ref: row.placeId === null ? null : { id: row.placeId, fullName: row.placeName ?? '' },
          funnel: funnelOf(row),
        })),
      byOrganisation: rows
        .filter((row) => row.isOrganisation)
        .map((row) => ({ name: row.organisationName ?? '', funnel: funnelOf(row) })),
    };
  }
}
