// The people of an exam, written straight to the tables because signing up thousands would measure password hashes: learners
// with sessions and enrolments in one cohort, and the person who runs it. Everything after this goes through HTTP.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { insertCourse, insertLearners, makeLearner } from '../bench/frame/learners.mjs';
import { examCourse } from './exam-course.mjs';

/** Answers `{ course, lessonId, cohortId, runner, learners }`; runner and learners carry `token`. */
export async function seedExamPeople(databaseUrl, count) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { document, lessonId } = examCourse();
  const { course, version } = await insertCourse(client, document);
  const learners = Array.from({ length: count }, makeLearner);
  const runner = makeLearner();
  await insertLearners(client, [...learners, runner], { course, version, steps: 1 });
  await client.query(`INSERT INTO role_grant (person_id, role, place_id) VALUES ($1, 'admin', 'vn')`, [
    runner.personId,
  ]);
  const cohortId = await insertCohort(client, course, learners);
  await client.query('VACUUM ANALYZE');
  await client.end();
  return { course, lessonId, cohortId, runner, learners };
}

async function insertCohort(client, course, learners) {
  const cohortId = randomUUID();
  await client.query(
    `INSERT INTO cohort (id, name, search_key, course_id, place_id, opens_at, closes_at)
     VALUES ($1, 'Đợt thi thử', 'dot thi thu', $2, 'vn', now() - interval '1 day', now() + interval '30 days')`,
    [cohortId, course],
  );
  await client.query(
    'INSERT INTO cohort_member (cohort_id, person_id, added_at) SELECT $1, id, now() FROM unnest($2::uuid[]) AS id',
    [cohortId, learners.map(({ personId }) => personId)],
  );
  return cohortId;
}
