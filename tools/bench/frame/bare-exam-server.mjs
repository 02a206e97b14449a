// The limit that an exam is measured against: Fastify and pg doing the least possible for the same requests, one insert for a start,
// one upsert for an answer, one update for a submission. Run as a process of its own with DATABASE_URL and PORT.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const server = Fastify();
const start = {
  name: 'bare.start',
  text: 'INSERT INTO bare_attempt (id, person_id, started_at) VALUES ($1, $2, now()) RETURNING id, started_at',
};
const save = {
  name: 'bare.save',
  text: `INSERT INTO bare_answer (attempt_id, question_id, option_ids, sequence, saved_at) VALUES ($1, $2, $3, $4, now())
    ON CONFLICT (attempt_id, question_id) DO UPDATE SET option_ids = EXCLUDED.option_ids, sequence = EXCLUDED.sequence, saved_at = EXCLUDED.saved_at
    WHERE bare_answer.sequence < EXCLUDED.sequence RETURNING sequence, saved_at`,
};
const submit = {
  name: 'bare.submit',
  text: 'UPDATE bare_attempt SET submitted_at = now() WHERE id = $1 AND submitted_at IS NULL RETURNING submitted_at',
};
const run = async (statement, values) => (await pool.query({ ...statement, values })).rows[0];

server.get('/health', async () => ({ status: 'ok' }));
server.post('/attempts/:id/:person', ({ params }) => run(start, [params.id, params.person]));
server.put('/attempts/:id/answers/:question', ({ params, body }) =>
  run(save, [params.id, params.question, body.optionIds, body.sequence]),
);
server.post('/attempts/:id/submit', ({ params }) => run(submit, [params.id]));
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
