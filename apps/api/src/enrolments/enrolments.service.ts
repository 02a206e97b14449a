// Enrolling and reading enrolments. How far somebody is, is worked out from facts; see present-enrolment.ts.
import type { Enrolment, EnrolmentDetail } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { PublishedVersions } from '../courses/published-versions.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { enrolPeople } from './enrol-people.js';
import { type EnrolmentFacts, EnrolmentsQueries } from './enrolments.queries.js';
import { presentEnrolment, presentEnrolmentDetail } from './present-enrolment.js';

const publishedVersion: Statement = {
  name: 'enrolments.published-version',
  text: 'SELECT published_version_id AS "versionId" FROM course WHERE id = $1',
};

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly database: Database,
    private readonly queries: EnrolmentsQueries,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Enrols in the version of today, or answers the enrolment that is there. */
  async enrol(courseId: string, personId: string): Promise<EnrolmentDetail> {
    const course = await this.database.row<{ versionId: string | null }>(publishedVersion, [courseId]);
    if (!course) throw new Problem('course.not-found');
    if (!course.versionId) throw new Problem('course.not-published');
    const version = await this.versions.get(course.versionId);
    await this.database.transaction((transaction) =>
      enrolPeople(transaction, version, { personIds: [personId], now: this.clock.now() }),
    );
    const facts = await this.queries.findByCourse(courseId, personId);
    if (!facts) throw new Problem('enrolment.not-found');
    return this.detail(facts);
  }

  /** Own enrolments, last activity first, those never begun by the day of enrolling. */
  async listMine(personId: string): Promise<Enrolment[]> {
    const all = await this.queries.list(personId);
    const presented = await Promise.all(
      all.map(async (facts) => presentEnrolment(facts, await this.versions.get(facts.versionId))),
    );
    const when = (one: Enrolment) => one.lastActivityAt ?? one.enrolledAt;
    return presented.sort((one, other) => when(other).localeCompare(when(one)));
  }

  async findMine(courseId: string, personId: string): Promise<EnrolmentDetail | null> {
    const facts = await this.queries.findByCourse(courseId, personId);
    return facts ? this.detail(facts) : null;
  }

  async read(enrolmentId: string, personId: string): Promise<EnrolmentDetail> {
    const facts = await this.queries.find(enrolmentId, personId);
    if (!facts) throw new Problem('enrolment.not-found');
    return this.detail(facts);
  }

  private async detail(facts: EnrolmentFacts): Promise<EnrolmentDetail> {
    return presentEnrolmentDetail(facts, await this.versions.get(facts.versionId), this.clock.now());
  }
}
