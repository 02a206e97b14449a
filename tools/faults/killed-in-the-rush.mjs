// An exam of some rooms; while everybody answers, the API is killed with -9 and started again, then PostgreSQL. Afterwards every
// answer with a receipt must be there, once, and everybody must have come through by trying again.
import pg from 'pg';
import { lookAgain, prepareMorning, sitThrough } from '../drill/morning.mjs';
import { openNotes } from '../drill/notes.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { temporaryFolder } from '../setup/folders.mjs';
import { reservePort } from '../setup/ports.mjs';
import { startPostgres } from '../setup/postgres.mjs';
import { pause } from '../setup/processes.mjs';
import { prepare, startApi } from '../start/api.mjs';

const options = {
  learners: 120,
  rooms: 6,
  startsIn: 12,
  spread: 1,
  think: 0.5,
  offline: 10,
  away: 3,
  reload: 5,
};

/** Answers `{ sentence, isTrue, seen }` for each check. */
export async function killedInTheRush() {
  await ensureBuilt();
  const folder = temporaryFolder('faults');
  const server = await startPostgres({ dataDir: folder, temporary: true, durable: true });
  await server.createDatabase('onetouch_faults');
  const { port } = await reservePort(4460);
  const settings = {
    databaseUrl: server.url('onetouch_faults'),
    folder,
    port,
    environment: { ONETOUCH_LOG_LEVEL: 'error', ONETOUCH_DEMO: '0' },
  };
  await prepare({ ...settings, say: () => {} });
  const api = { running: await startApi(settings) };
  const notes = openNotes();
  const place = { url: `http://127.0.0.1:${port}`, databaseUrl: settings.databaseUrl };
  const morning = await prepareMorning(place, options, notes);
  const playing = sitThrough(morning, options);
  await Promise.race([untilAnswering(notes), playing]);
  const faults = {
    api: await killApi(api, { settings, notes }),
    postgres: await killPostgres(server, notes),
  };
  const finished = await playing;
  await lookAgain(morning.learners);
  const stored = await countStored(settings.databaseUrl, morning.exam.id);
  await api.running.stop();
  await server.stop();
  return verdict({ notes, finished, stored, faults, morning });
}

async function untilAnswering(notes) {
  while (notes.latencies.of('save').count < options.learners * 3) await pause(50);
}

/** Somebody has noticed, on however busy a machine; when nobody does for a minute, a check below says so. */
async function untilTriedAgain(notes, before) {
  for (let waited = 0; notes.again === before && waited < 60_000; waited += 50) await pause(50);
}

/** Kills without warning, starts again on the same port; answers how many saves were confirmed before and that somebody had to wait. */
async function killApi(api, { settings, notes }) {
  const before = notes.latencies.of('save').count;
  const { again } = notes;
  process.kill(api.running.pid, 'SIGKILL');
  await pause(1_000);
  await untilTriedAgain(notes, again);
  api.running = await startApi(settings);
  return { before, again: notes.again - again };
}

async function killPostgres(server, notes) {
  await pause(1_500);
  const before = notes.latencies.of('save').count;
  const { again } = notes;
  process.kill(server.serverPid(), 'SIGKILL');
  await pause(1_000);
  await untilTriedAgain(notes, again);
  const cameBack = await server.revive();
  return { before, again: notes.again - again, cameBack };
}

async function countStored(databaseUrl, examId) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `SELECT count(DISTINCT a.id)::int AS attempts, count(DISTINCT a.id) FILTER (WHERE a.points IS NOT NULL)::int AS marked,
       count(k.question_id)::int AS answers, count(DISTINCT (k.attempt_id, k.question_id))::int AS different
     FROM attempt a LEFT JOIN attempt_answer k ON k.attempt_id = a.id WHERE a.exam_id = $1`,
    [examId],
  );
  await client.end();
  return rows[0];
}

const check = (sentence, isTrue, seen) => ({ sentence, isTrue, seen: JSON.stringify(seen) });

function verdict({ notes, finished, stored, faults, morning }) {
  const { learners } = options;
  const confirmed = morning.learners.reduce((sum, learner) => sum + learner.confirmed.size, 0);
  const total = learners * 20;
  const { api, postgres } = faults;
  const isOnce = stored.answers === stored.different && stored.answers === total;
  const isMarked = stored.attempts === learners && stored.marked === learners;
  return [
    check('the API was killed in the middle of the answers', isInTheMiddle(api, total), api),
    check(
      'PostgreSQL was killed in the middle of the answers and came back where it was',
      isInTheMiddle(postgres, total) && postgres.cameBack,
      postgres,
    ),
    check('every answer with a receipt is there as it was confirmed', notes.lost.size === 0, [...notes.lost]),
    check('every question of everybody was confirmed in the end', confirmed === total, { confirmed, total }),
    check('every answer is there once', isOnce, stored),
    check('everybody went on by trying again and handed in', finished === learners, { finished }),
    check('everybody has one attempt, and it is marked', isMarked, stored),
    check('nobody was refused', notes.errors.length === 0, notes.errors.slice(0, 3)),
  ];
}

/** Some had been confirmed, not all (one in ten is sent twice), and somebody had to try again. */
const isInTheMiddle = ({ before, again }, total) => before > 0 && before < total && again > 0;
