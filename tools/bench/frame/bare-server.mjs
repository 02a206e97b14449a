// The limit that the hot paths are measured against: Fastify and pg with nothing between them. Run as a process of its own
// with DATABASE_URL and PORT; reads a row by its primary key, and upserts one.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const server = Fastify();
const read = { name: 'bare.read', text: 'SELECT body FROM bare_document WHERE id = $1' };
const upsert = {
  name: 'bare.upsert',
  text: `INSERT INTO bare_state (id, state, revision) VALUES ($1, $2, 1)
    ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state, revision = bare_state.revision + 1 RETURNING revision`,
};

server.get('/health', async () => ({ status: 'ok' }));
server.get('/documents/:id', async (request) => {
  const { rows } = await pool.query({ ...read, values: [request.params.id] });
  return rows[0].body;
});
server.put('/states/:id', async (request) => {
  const { rows } = await pool.query({ ...upsert, values: [request.params.id, JSON.stringify(request.body)] });
  return rows[0];
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
