// Use cases of cohorts: open, look at, fill, empty and take home.
import type { AddedMembers, CohortDetail, cohorts, InputOf, ResponseOf } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { PlacesService } from '../places/places.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { FileAnswer } from '../platform/http/file-answer.js';
import { Problem } from '../platform/http/problem.js';
import { addMembers, type Paste } from './add-members.js';
import { findCandidatesOf } from './candidates.js';
import { CohortFigures } from './cohort-figures.js';
import { type CohortFacts, CohortsQueries, toCohortRow } from './cohorts.queries.js';
import { coordinatorScope } from './cohorts.policy.js';
import { createCohort } from './create-cohort.js';
import { memberFile } from './export-members.js';
import { listFileName } from './list-file.js';
import { type MemberFilters, MembersQueries, toMember } from './members.queries.js';

const removeOnce = {
  name: 'cohorts.remove-member',
  text: `UPDATE cohort_member SET removed_at = $3 WHERE cohort_id = $1 AND person_id = $2 AND removed_at IS NULL RETURNING person_id`,
};

/** Whoever sees a cohort runs it: no role reads only. */
const abilities = { addMembers: true, removeMembers: true, export: true, edit: true };

@Injectable()
export class CohortsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: CohortsQueries,
    private readonly members: MembersQueries,
    private readonly figures: CohortFigures,
    private readonly versions: PublishedVersions,
    private readonly places: PlacesService,
  ) {}

  /** Cohorts of the own scope with their funnels, and where another may be opened. */
  async list(
    query: InputOf<typeof cohorts.list>['query'],
    actor: Actor,
  ): Promise<ResponseOf<typeof cohorts.list>> {
    const { rows, next } = await this.queries.list(actor, query);
    const [funnelOf, scope] = await Promise.all([
      this.figures.funnels(rows.map((row) => row.id)),
      this.places.choicesOf(coordinatorScope(actor)),
    ]);
    return { items: rows.map((row) => toCohortRow(row, funnelOf(row.id))), next, scope };
  }

  /** A new cohort without members. */
  async create(body: InputOf<typeof cohorts.create>['body'], actor: Actor): Promise<CohortDetail> {
    const cohortId = await createCohort(this.database, actor, body);
    return this.read(cohortId, actor);
  }

  /** A cohort with its figures as of now. */
  async read(cohortId: string, actor: Actor): Promise<CohortDetail> {
    return this.detail(await this.visible(cohortId, actor));
  }

  /** One page of members. */
  async listMembers(
    cohortId: string,
    { cursor, limit, ...filters }: InputOf<typeof cohorts.listMembers>['query'],
    actor: Actor,
  ): Promise<ResponseOf<typeof cohorts.listMembers>> {
    const cohort = await this.visible(cohortId, actor);
    const [page, total] = await Promise.all([
      this.members.page(cohort.id, filters, { cursor, limit }),
      this.members.count(cohort.id, filters),
    ]);
    return { items: page.rows.map(toMember), next: page.next, total };
  }

  /** People who could be added. */
  async candidates(
    cohortId: string,
    query: InputOf<typeof cohorts.candidates>['query'],
    actor: Actor,
  ): Promise<ResponseOf<typeof cohorts.candidates>> {
    const cohort = await this.visible(cohortId, actor);
    return { items: await findCandidatesOf(this.database, cohort.id, query) };
  }

  /** Adds and enrols people of the cohort's place; says who was not found. */
  async addMembers(cohortId: string, paste: Paste, actor: Actor): Promise<AddedMembers> {
    const cohort = await this.visible(cohortId, actor);
    const version = await this.versions.get(cohort.versionId);
    const adding = { version, paste, addedBy: actor.personId, now: this.clock.now() };
    const added = await this.database.transaction((transaction) =>
      addMembers(transaction, cohort.id, adding),
    );
    return { ...added, cohort: await this.detail(cohort) };
  }

  /** Takes a member off; what was learned stays. */
  async removeMember(
    { cohortId, personId }: { cohortId: string; personId: string },
    actor: Actor,
  ): Promise<void> {
    const cohort = await this.visible(cohortId, actor);
    const removed = await this.database.row(removeOnce, [cohort.id, personId, this.clock.now()]);
    if (!removed) throw new Problem('person.not-found');
  }

  /** The filtered members as a file for Excel. */
  async exportMembers(cohortId: string, filters: MemberFilters, actor: Actor): Promise<FileAnswer> {
    const cohort = await this.visible(cohortId, actor);
    return new FileAnswer(memberFile(this.members, cohort.id, filters), {
      mediaType: 'text/csv; charset=utf-8',
      downloadName: listFileName('danh-sach', cohort.name, this.clock.now()),
    });
  }

  private async visible(cohortId: string, actor: Actor): Promise<CohortFacts> {
    const cohort = await this.queries.find(cohortId, actor);
    if (!cohort) throw new Problem('cohort.not-found');
    return cohort;
  }

  private async detail(cohort: CohortFacts): Promise<CohortDetail> {
    const { funnel, ...parts } = await this.figures.read(cohort.id);
    return {
      ...toCohortRow(cohort, funnel),
      ...parts,
      evaluatedAt: this.clock.now().toISOString(),
      abilities,
    };
  }
}
