// What a plan names, looked up and judged in one place: course and quiz, place and organisation, cohorts in reach.
import type { QuizLesson } from '@onetouch/contract';
import { type CompleteRule, pathCovers } from '@onetouch/domain';
import type { PublishedVersion } from '../courses/published-versions.js';
import type { Database, Statement } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { runnerScope, runsExam } from './exams.policy.js';

const findSpot: Statement = {
  name: 'exams.find-spot',
  text: `SELECT
      (SELECT json_build_object('id', p.id, 'path', p.path::text, 'isCurrent', p.valid_to IS NULL) FROM place p WHERE p.id = $1) AS place,
      (SELECT json_build_object('id', p.id, 'path', p.path::text, 'isCurrent', o.valid_to IS NULL)
        FROM organisation o JOIN place p ON p.id = o.place_id WHERE o.id = $2) AS organisation`,
};
const findCourse: Statement = {
  name: 'exams.find-course',
  text: 'SELECT published_version_id AS "versionId" FROM course WHERE id = $1',
};
// Cohorts that the actor runs, and that lie where the exam is: nobody learns by an exam about people of elsewhere.
const findCohorts: Statement = {
  name: 'exams.find-cohorts',
  text: `SELECT h.id FROM cohort h JOIN place ON place.id = h.place_id
    WHERE h.id = ANY($1::uuid[])
      AND (place.path <@ $2::ltree[] OR h.organisation_id = ANY($3::uuid[]))
      AND place.path <@ (SELECT own.path FROM place own WHERE own.id = $4)
      AND ($5::uuid IS NULL OR h.organisation_id = $5)`,
};

interface Spot {
  id: string;
  path: string;
  isCurrent: boolean;
}
interface Where {
  placeId: string;
  organisationId: string | null;
}

/** Where the exam is: the place that was named, or the place of the organisation, which must lie in it and in the actor's scope. */
export async function findSpotOf(database: Database, actor: Actor, where: Where): Promise<string> {
  const { placeId, organisationId } = where;
  const found = await database.row<{ place: Spot | null; organisation: Spot | null }>(findSpot, [
    placeId,
    organisationId,
  ]);
  if (!found?.place) throw new Problem('place.not-found');
  if (organisationId !== null && !found.organisation) throw new Problem('organisation.not-found');
  const spot = found.organisation ?? found.place;
  const isInside = pathCovers(found.place.path, spot.path) && found.place.isCurrent && spot.isCurrent;
  if (!isInside || !runsExam(actor, { path: spot.path, organisationId }))
    throw new Problem('exam.scope-invalid');
  return spot.id;
}

/** The version of a course that is published today. */
export async function findPublishedVersion(database: Database, courseId: string): Promise<string> {
  const course = await database.row<{ versionId: string | null }>(findCourse, [courseId]);
  if (!course) throw new Problem('course.not-found');
  if (course.versionId === null) throw new Problem('course.not-published');
  return course.versionId;
}

/** Refuses with `cohort.not-found` unless every cohort is run by the actor and lies where the exam is. */
export async function refuseForeignCohorts(
  database: Database,
  actor: Actor,
  { cohortIds, placeId, organisationId }: Where & { cohortIds: readonly string[] },
): Promise<void> {
  const { paths, organisationIds } = runnerScope(actor);
  const values = [cohortIds, paths, organisationIds, placeId, organisationId];
  const found = await database.rows(findCohorts, values);
  if (found.length !== new Set(cohortIds).size) throw new Problem('cohort.not-found');
}

/** The quiz of that id, or the only one of the course. */
export function quizOf(version: PublishedVersion, lessonId: string | undefined): QuizLesson {
  const quizzes = version.lessons.flatMap(({ lesson }) => (lesson.kind === 'quiz' ? [lesson] : []));
  const quiz = lessonId === undefined ? quizzes[0] : quizzes.find(({ id }) => id === lessonId);
  if (!quiz || (lessonId === undefined && quizzes.length > 1)) throw new Problem('lesson.not-found');
  return quiz;
}

/** Minutes to work: the limit of the rule, or as long as the quiz says it takes. */
export function minutesOf(rule: Pick<CompleteRule, 'timeLimitMinutes'>, quiz: QuizLesson): number {
  return rule.timeLimitMinutes ?? quiz.minutes;
}
