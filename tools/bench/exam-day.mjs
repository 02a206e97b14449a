// A barrier start of thousands of prepared learners, twenty saves each as fast as they come, and the submission: how close that
// comes to the least that this machine can do for the same requests, what it costs, and whether an answer is lost.
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { cpuSeconds } from '../load/cpu.mjs';
import { base, browserOf, codesByPerson, drawPapers, inTurns, planExam } from '../load/exam-morning.mjs';
import { seedExamPeople } from '../load/exam-people.mjs';
import { rush } from '../load/rush.mjs';
import { startBare } from './frame/against-bare.mjs';

export const describe =
  '3,600 learners start together, save 20 answers each and submit, against a bare Fastify + pg server';

const learnerCount = Number(process.env.LEARNERS ?? 3600);
const roomCount = Math.min(238, learnerCount);
const saves = 20;
const rounds = Number(process.env.ROUNDS ?? 3);
const bareExam = fileURLToPath(new URL('frame/bare-exam-server.mjs', import.meta.url));
const targets = {
  perSecondRatio: { min: 0.5 },
  errors: { max: 0 },
  lostAnswers: { max: 0 },
  attemptsPerSecond: { min: 65 },
};

const answer = (index) => JSON.stringify({ optionIds: ['abcd'[index % 4]], sequence: 1 });

/** Rounds of both sides in turn, so that a noisy minute hits both. */
export async function run(context) {
  const api = await context.startApi({ ONETOUCH_DEMO: '0' });
  const server = await context.postgres();
  const people = await seedExamPeople(api.databaseUrl, learnerCount);
  await createBareTables(api.databaseUrl);
  const bare = await startBare(api.databaseUrl, bareExam);
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const limit = await bareRound(bare, people.learners, server);
    const ours = await apiRound(api, people, server);
    pairs.push({ limit, ours });
  }
  await bare.stop();
  await api.stop();
  print(context, pairs);
  return { ...summary(context, pairs), targets };
}

async function createBareTables(databaseUrl) {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      'CREATE TABLE bare_attempt (id uuid PRIMARY KEY, person_id uuid NOT NULL, started_at timestamptz NOT NULL, submitted_at timestamptz)',
    );
    await client.query(
      `CREATE TABLE bare_answer (attempt_id uuid, question_id uuid, option_ids text[] NOT NULL, sequence integer NOT NULL, saved_at timestamptz NOT NULL,
        PRIMARY KEY (attempt_id, question_id))`,
    );
  });
}

async function withClient(databaseUrl, work) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const result = await work(client);
  await client.end();
  return result;
}

/** Opens a connection for each learner, lets them rush, and answers figures with the processor time of server and database. */
async function measure(side, learners, { serverPid, databasePid }) {
  await inTurns(learners, 100, (learner) => side.connectionOf(learner).open());
  const before = { server: cpuSeconds(serverPid), database: cpuSeconds(databasePid) };
  const result = await rush(side, learners, saves);
  const cpu = {
    server: cpuSeconds(serverPid) - before.server,
    database: cpuSeconds(databasePid) - before.database,
  };
  learners.forEach((learner) => side.connectionOf(learner).close());
  return { ...result, cpu, perSecond: result.latencies.count / result.seconds };
}

function bareRound(bare, learners, server) {
  const questions = Array.from({ length: saves }, () => randomUUID());
  const browsers = new Map(
    learners.map((learner) => [learner, browserOf(bare.url, learner.token).connection]),
  );
  const attempts = new Map(learners.map((learner) => [learner, randomUUID()]));
  const side = {
    connectionOf: (learner) => browsers.get(learner),
    start: (learner) => ['POST', `/attempts/${attempts.get(learner)}/${learner.personId}`, '{}'],
    started: () => {},
    save: (learner, index) => [
      'PUT',
      `/attempts/${attempts.get(learner)}/answers/${questions[index]}`,
      answer(index),
    ],
    submit: (learner) => ['POST', `/attempts/${attempts.get(learner)}/submit`, '{}'],
  };
  return measure(side, learners, { serverPid: bare.pid, databasePid: server.serverPid?.() });
}

async function apiRound(api, people, server) {
  const { side, examId } = await prepared(api, people);
  const pids = { serverPid: api.pid, databasePid: server.serverPid?.() };
  const result = await measure(side, people.learners, pids);
  return { ...result, lost: await lostAnswers(api.databaseUrl, examId) };
}

/** An exam with everybody checked in, one moment before its start. */
async function prepared(api, people) {
  const runner = browserOf(api.url, people.runner.token);
  const startsIn = 15 + learnerCount / 40;
  const exam = await planExam(runner, people, { rooms: roomCount, startsIn });
  await drawPapers(runner, exam.id);
  const seats = await codesByPerson(api.databaseUrl, exam.id);
  const browsers = new Map(people.learners.map((learner) => [learner, browserOf(api.url, learner.token)]));
  await inTurns(people.learners, 32, async (learner) => {
    const { code } = seats.get(learner.personId);
    learner.sittingId = (await browsers.get(learner).call('POST', '/check-in', { code })).id;
    browsers.get(learner).connection.close();
  });
  runner.connection.close();
  const left = new Date(exam.startsAt).getTime() - Date.now();
  if (left < 0) throw new Error(`the preparation took ${-left} ms longer than it was given`);
  await new Promise((resolve) => setTimeout(resolve, left + 50));
  return { examId: exam.id, side: apiSide(browsers, seats) };
}

function apiSide(browsers, seats) {
  return {
    connectionOf: (learner) => browsers.get(learner).connection,
    start: (learner) => ['POST', `${base}/sittings/${learner.sittingId}/start`, '{}'],
    started: (learner, text) => {
      learner.attemptId = JSON.parse(text).attemptId;
    },
    save: (learner, index) => {
      const question = seats.get(learner.personId).questionIds[index];
      return ['PUT', `${base}/attempts/${learner.attemptId}/answers/${question}`, answer(index)];
    },
    submit: (learner) => ['POST', `${base}/attempts/${learner.attemptId}/submit`, '{}'],
  };
}

/** Answers with a receipt that are not in the table as sent, and attempts that are not handed in and marked. */
function lostAnswers(databaseUrl, examId) {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE a.submitted_at IS NOT NULL AND a.points IS NOT NULL)::int AS marked,
         sum((SELECT count(*) FROM attempt_answer k WHERE k.attempt_id = a.id AND cardinality(k.option_ids) = 1 AND k.sequence = 1))::int AS answers
       FROM attempt a WHERE a.exam_id = $1`,
      [examId],
    );
    return learnerCount * saves - rows[0].answers + (learnerCount - rows[0].marked);
  });
}

function print(context, pairs) {
  for (const error of pairs.flatMap(({ limit, ours }) => [...limit.errors, ...ours.errors]).slice(0, 5))
    console.log(error);
  const line = (name, round, { latencies, perSecond, seconds, cpu }) => [
    `${name} ${round + 1}`,
    Math.round(perSecond),
    (learnerCount / seconds).toFixed(1),
    ...['start', 'save', 'submit'].map((step) => {
      const { p50Ms, p95Ms, p99Ms } = latencies.of(step);
      return `${p50Ms} / ${p95Ms} / ${p99Ms}`;
    }),
    ((cpu.server * 1000) / learnerCount).toFixed(1),
    ((cpu.database * 1000) / learnerCount).toFixed(1),
  ];
  const times = ['start', 'save', 'submit'].map((step) => `${step} p50/p95/p99 ms`);
  context.table(
    ['round', 'requests /s', 'attempts /s', ...times, 'server ms CPU/attempt', 'PostgreSQL ms CPU/attempt'],
    pairs.flatMap(({ limit, ours }, round) => [line('bare', round, limit), line('API', round, ours)]),
  );
}

function summary(context, pairs) {
  const middle = (pick) => context.median(pairs.map(pick));
  const steps = ['start', 'save', 'submit'].flatMap((step) =>
    ['p50Ms', 'p95Ms', 'p99Ms'].map((figure) => [
      `${step}${figure[0].toUpperCase()}${figure.slice(1)}`,
      middle(({ ours }) => ours.latencies.of(step)[figure]),
    ]),
  );
  const total = (pick) => pairs.reduce((sum, pair) => sum + pick(pair), 0);
  return {
    figures: {
      attemptsPerSecond: middle(({ ours }) => learnerCount / ours.seconds),
      requestsPerSecond: middle(({ ours }) => ours.perSecond),
      bareRequestsPerSecond: middle(({ limit }) => limit.perSecond),
      ...Object.fromEntries(steps),
      apiCpuSecondsPerAttempt: middle(({ ours }) => ours.cpu.server / learnerCount),
      postgresCpuSecondsPerAttempt: middle(({ ours }) => ours.cpu.database / learnerCount),
      errors: total(({ limit, ours }) => limit.errors.length + ours.errors.length),
      lostAnswers: total(({ ours }) => ours.lost),
    },
    ratios: { perSecondRatio: middle(({ limit, ours }) => ours.perSecond / limit.perSecond) },
  };
}
