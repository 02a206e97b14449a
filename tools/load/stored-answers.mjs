// Many stored attempts with their answers, and some open ones to save into, written straight to the tables.
import pg from 'pg';
import { seedExamPeople } from './exam-people.mjs';

const questionsPerAttempt = 20;
/** As it stands on an attempt, with nothing left to a default. */
const rule = {
  draw: 20,
  passPercent: 50,
  attemptsAllowed: 20,
  pauseMinutes: 0,
  requiresLessons: false,
  paper: null,
  timeLimitMinutes: null,
  opensAt: null,
  closesAt: null,
  counts: 'best',
  hasPartialCredit: false,
  wrongPercent: 0,
  navigation: 'free',
  questionsPerPage: 1,
  feedback: 'after-submit',
  key: 'after-submit',
  graceMinutes: 30,
  markers: 1,
  markGapPercent: 25,
};
const seeded = new Map();

/** Fills the database with submitted attempts until it holds so many answers; their paper is one. */
export async function fillWithAnswers(databaseUrl, answers) {
  const people = await seedExamPeople(databaseUrl, 400);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `SELECT id AS version, (document->'modules'->0->'lessons'->0->'questions') AS questions FROM course_version`,
  );
  const { version, questions } = rows[0];
  const questionIds = questions.slice(0, questionsPerAttempt).map(({ id }) => id);
  const paper = await insertPaper(client, { version, lessonId: people.lessonId, questions, questionIds });
  seeded.set(databaseUrl, { people, paper, questionIds, version });
  await insertStored(client, seeded.get(databaseUrl), Math.ceil(answers / questionsPerAttempt));
  await client.query('VACUUM ANALYZE attempt');
  await client.query('VACUUM ANALYZE attempt_answer');
  await client.query('CHECKPOINT');
  await client.end();
}

async function insertPaper(client, { version, lessonId, questions, questionIds }) {
  const chosen = questions.filter(({ id }) => questionIds.includes(id));
  const possiblePoints = chosen.reduce((sum, { points }) => sum + points, 0);
  const paper = {
    questions: chosen,
    possiblePoints,
    neededPoints: possiblePoints / 2,
    neededCount: chosen.length / 2,
  };
  const { rows } = await client.query(
    `INSERT INTO paper (version_id, lesson_id, seed, paper, question_ids, created_at)
     VALUES ($1, $2, 'stored', $3, $4, now()) RETURNING id`,
    [version, lessonId, paper, questionIds],
  );
  return rows[0].id;
}

const attemptColumns =
  'enrolment_id, person_id, lesson_id, version_id, number, paper_id, rule, needed_points, possible_points, started_at';

/** Each learner has sat through very many attempts; the table cares for their number only. */
async function insertStored(client, { people, paper, questionIds, version }, count) {
  await client.query(
    `INSERT INTO attempt (${attemptColumns}, submitted_at, points, has_passed)
     SELECT e.id, e.person_id, $1, $2, 1000 + n, $3, $5, 10000, 20000, now() - interval '1 day', now() - interval '23 hours', 10000, true
     FROM generate_series(1, $4::int) AS n
     JOIN (SELECT id, person_id, row_number() OVER () AS r, count(*) OVER () AS c FROM enrolment) e ON e.r = 1 + n % e.c`,
    [people.lessonId, version, paper, count, rule],
  );
  await client.query(
    `INSERT INTO attempt_answer (attempt_id, question_id, option_ids, sequence, saved_at)
     SELECT a.id, q, '{a}', 1, now() FROM attempt a CROSS JOIN unnest($1::uuid[]) AS q ORDER BY a.id, q`,
    [questionIds],
  );
}

/** Open attempts to save into: `{ id, token, questionIds }`. */
export async function openAttempts(databaseUrl, count) {
  const { people, paper, questionIds, version } = seeded.get(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const some = people.learners.slice(0, count);
  const { rows } = await client.query(
    `INSERT INTO attempt (${attemptColumns})
     SELECT e, p, $3, $4, 1, $5, $6, 10000, 20000, now() FROM unnest($1::uuid[], $2::uuid[]) AS r(e, p) RETURNING id, person_id AS "personId"`,
    [
      some.map((one) => one.enrolmentId),
      some.map((one) => one.personId),
      people.lessonId,
      version,
      paper,
      rule,
    ],
  );
  await client.end();
  const tokens = new Map(some.map(({ personId, token }) => [personId, token]));
  return rows.map(({ id, personId }) => ({ id, token: tokens.get(personId), questionIds }));
}
