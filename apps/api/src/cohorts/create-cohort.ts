// Opening a cohort: a published course, a place or an organisation in the actor's scope, and a window that opens before it closes.
import type { cohorts, InputOf } from '@onetouch/contract';
import { foldVietnamese, pathCovers } from '@onetouch/domain';
import type { Database } from '../platform/database/database.js';
import { constraintMeans } from '../platform/database/violations.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { CohortEntity } from './cohort.entity.js';
import { mayCoordinate } from './cohorts.policy.js';

type CohortBody = InputOf<typeof cohorts.create>['body'];

const findParts = {
  name: 'cohorts.find-parts',
  text: `SELECT
      (SELECT json_build_object('isPublished', c.published_version_id IS NOT NULL) FROM course c WHERE c.id = $1) AS course,
      (SELECT json_build_object('id', p.id, 'path', p.path::text, 'isCurrent', p.valid_to IS NULL) FROM place p WHERE p.id = $2) AS place,
      (SELECT json_build_object('id', p.id, 'path', p.path::text, 'isCurrent', o.valid_to IS NULL)
        FROM organisation o JOIN place p ON p.id = o.place_id WHERE o.id = $3) AS organisation`,
};

interface Spot {
  id: string;
  path: string;
  isCurrent: boolean;
}
interface Parts {
  course: { isPublished: boolean } | null;
  place: Spot | null;
  organisation: Spot | null;
}

constraintMeans('cohort_window_check', 'cohort.window-invalid');

/** Where the cohort is: the place that was named, or the place of the organisation, which must lie in it. */
function spotOf(body: CohortBody, { place, organisation }: Parts): Spot {
  if (!place) throw new Problem('place.not-found');
  if (body.organisationId === null) return place;
  if (!organisation) throw new Problem('organisation.not-found');
  if (!pathCovers(place.path, organisation.path)) throw new Problem('cohort.scope-invalid');
  return { ...organisation, isCurrent: organisation.isCurrent && place.isCurrent };
}

/** Writes the cohort and answers its id. */
export async function createCohort(database: Database, actor: Actor, body: CohortBody): Promise<string> {
  const [parts] = await database.rows<Parts>(findParts, [body.courseId, body.placeId, body.organisationId]);
  if (!parts?.course) throw new Problem('course.not-found');
  if (!parts.course.isPublished) throw new Problem('course.not-published');
  const spot = spotOf(body, parts);
  const { organisationId } = body;
  if (!spot.isCurrent || !mayCoordinate(actor, { path: spot.path, organisationId }))
    throw new Problem('cohort.scope-invalid');
  const inserted = await database.source.manager.insert(CohortEntity, {
    name: body.name,
    searchKey: foldVietnamese(body.name),
    courseId: body.courseId,
    placeId: spot.id,
    organisationId,
    opensAt: new Date(body.opensAt),
    closesAt: new Date(body.closesAt),
    createdBy: actor.personId,
  });
  return (inserted.identifiers[0] as { id: string }).id;
}
