// Many signed-in learners in one course of plain lessons, written straight to the tables, and rows for the bare server.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

const lessonCount = 12;
const sentence = 'Chuyển đổi số là thay đổi cách làm việc, không phải mua thêm máy. ';

/** A lesson of six text blocks, about 6 KB as JSON. */
function makeLesson(number) {
  const block = () => ({
    id: randomUUID(),
    type: 'text',
    doc: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: sentence.repeat(9) }] }],
    },
  });
  const title = { vi: `Bài ${number}`, en: `Lesson ${number}` };
  return { kind: 'content', id: randomUUID(), title, minutes: 5, blocks: Array.from({ length: 6 }, block) };
}

function makeDocument() {
  const title = { vi: 'Khóa đo', en: 'Measured course' };
  const lessons = Array.from({ length: lessonCount }, (_, index) => makeLesson(index + 1));
  const modules = [{ id: randomUUID(), title, lessons }];
  return {
    title,
    summary: title,
    audience: 'government',
    level: 'basic',
    topic: 'safety',
    outcomes: [],
    modules,
  };
}

/** Writes a published course with an owner and an issuer; answers `{ course, version }`. */
export async function insertCourse(client, document) {
  const [owner, issuer, course, version] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await client.query(
    `INSERT INTO person (id, full_name, search_key, sort_key, email, password_hash, audience) VALUES ($1, 'Đo', 'do', 'Đo', $2, '!', 'government')`,
    [owner, `${owner}@bench.test`],
  );
  await client.query(
    `INSERT INTO organisation (id, name, search_key, kind, place_id) VALUES ($1, 'Đo', 'do', 'agency', 'p34-01')`,
    [issuer],
  );
  await client.query(
    'INSERT INTO course (id, slug, owner_id, issuer_id, draft, published_version_id) VALUES ($1, $2, $3, $4, $5, $6)',
    [course, `do-${course}`, owner, issuer, document, version],
  );
  await client.query(
    `INSERT INTO course_version (id, course_id, number, document, minutes, published_by, published_at)
     VALUES ($1, $2, 1, $3, 60, $4, now())`,
    [version, course, document, owner],
  );
  return { course, version };
}

/** Ids, and a session with its token. */
export function makeLearner() {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  return { personId: randomUUID(), enrolmentId: randomUUID(), token, hash };
}

/** Writes people with their sessions and enrolments. */
export async function insertLearners(client, learners, { course, version, steps = lessonCount }) {
  const column = (name) => learners.map((learner) => learner[name]);
  await client.query(
    `INSERT INTO person (id, full_name, search_key, sort_key, email, password_hash, audience, place_id)
     SELECT id, 'Người học', 'nguoi hoc', 'học', id || '@bench.test', '!', 'government', 'c-00004' FROM unnest($1::uuid[]) AS id`,
    [column('personId')],
  );
  await client.query(
    `INSERT INTO session (token_hash, person_id, expires_at) SELECT h, p, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS r(h, p)`,
    [column('hash'), column('personId')],
  );
  await client.query(
    `INSERT INTO enrolment (id, person_id, course_id, version_id, enrolled_at, steps_total)
     SELECT e, p, $3, $4, now(), $5 FROM unnest($1::uuid[], $2::uuid[]) AS r(e, p)`,
    [column('enrolmentId'), column('personId'), course, version, steps],
  );
}

async function insertBareRows(client, lessons, count) {
  await client.query('CREATE TABLE bare_document (id uuid PRIMARY KEY, body jsonb NOT NULL)');
  await client.query(
    'CREATE TABLE bare_state (id uuid PRIMARY KEY, state jsonb NOT NULL, revision integer NOT NULL)',
  );
  const ids = Array.from({ length: count }, () => randomUUID());
  await client.query(
    'INSERT INTO bare_document SELECT id, $2::jsonb->(n::int % $3::int) FROM unnest($1::uuid[]) WITH ORDINALITY AS r(id, n)',
    [ids, JSON.stringify(lessons), lessons.length],
  );
  return ids;
}

/** Answers `{ learners, lessons, bareIds }`; one document for each learner on the bare side. */
export async function seedLearners(databaseUrl, count) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const document = makeDocument();
  const ids = await insertCourse(client, document);
  const learners = Array.from({ length: count }, makeLearner);
  await insertLearners(client, learners, ids);
  const { lessons } = document.modules[0];
  const bareIds = await insertBareRows(client, lessons, count);
  await client.query('VACUUM ANALYZE');
  await client.end();
  return { learners, lessons, bareIds };
}
