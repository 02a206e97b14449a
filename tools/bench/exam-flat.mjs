// Whether saving an answer stays as quick when millions of answers are stored: the same saves on a small and on a large table.
import { Connection } from '../load/connection.mjs';
import { Latencies } from '../load/latencies.mjs';
import { fillWithAnswers, openAttempts } from '../load/stored-answers.mjs';
import { base } from '../load/exam-morning.mjs';

export const describe = 'p95 of saving one answer with 10,000 and with 5,000,000 stored answers';

const small = Number(process.env.SMALL ?? 10_000);
const large = Number(process.env.LARGE ?? 5_000_000);
const attemptCount = 320;
const atOnce = 16;
const savesPerRound = 8_000;
const rounds = 5;

/** Two installations, asked in turn, so that a noisy minute hits both. */
export async function run(context) {
  const sides = [];
  for (const stored of [small, large]) {
    const api = await context.startApi({ ONETOUCH_DEMO: '0' });
    await fillWithAnswers(api.databaseUrl, stored);
    sides.push({
      stored,
      api,
      attempts: await openAttempts(api.databaseUrl, attemptCount),
      sequence: 1,
      errors: 0,
    });
  }
  for (const side of sides) await saveMany(side, savesPerRound / 4);
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const [few, many] = [await saveMany(sides[0], savesPerRound), await saveMany(sides[1], savesPerRound)];
    pairs.push({ few, many });
  }
  for (const { api } of sides) await api.stop();
  context.table(
    ['round', `p50 ms ${small}`, `p95 ms ${small}`, `p50 ms ${large}`, `p95 ms ${large}`],
    pairs.map(({ few, many }, index) => [index + 1, few.p50Ms, few.p95Ms, many.p50Ms, many.p95Ms]),
  );
  const middle = (pick) => context.median(pairs.map(pick));
  return {
    figures: {
      smallP95Ms: middle(({ few }) => few.p95Ms),
      largeP95Ms: middle(({ many }) => many.p95Ms),
      smallP50Ms: middle(({ few }) => few.p50Ms),
      largeP50Ms: middle(({ many }) => many.p50Ms),
      errors: sides[0].errors + sides[1].errors,
    },
    ratios: { p95Ratio: middle(({ few, many }) => many.p95Ms / Math.max(0.1, few.p95Ms)) },
    targets: { p95Ratio: { max: 1.3 }, errors: { max: 0 } },
  };
}

/** Saves spread over the attempts, each one a real change. */
async function saveMany(side, count) {
  const latencies = new Latencies();
  side.sequence += 1;
  const work = Array.from(
    { length: count },
    (_, index) => side.attempts[index % side.attempts.length],
  ).values();
  const port = side.api.port;
  let turn = 0;
  const worker = async () => {
    const connections = new Map();
    for (const attempt of work) {
      const headers = { cookie: `onetouch_session=${attempt.token}` };
      const connection = connections.get(attempt) ?? new Connection({ port, headers });
      connections.set(attempt, connection);
      const question =
        attempt.questionIds[Math.floor(turn / side.attempts.length) % attempt.questionIds.length];
      turn += 1;
      const body = JSON.stringify({
        optionIds: ['abcd'[turn % 4]],
        sequence: side.sequence * 1000 + Math.floor(turn / 20),
      });
      const sent = performance.now();
      const { status } = await connection.send(
        'PUT',
        `${base}/attempts/${attempt.id}/answers/${question}`,
        body,
      );
      latencies.add('save', performance.now() - sent);
      if (status !== 200) side.errors += 1;
    }
    connections.forEach((connection) => connection.close());
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return latencies.of('save');
}
