// The rush: everybody presses start at the same moment, answers as fast as answers come back, and hands in. One connection for each
// learner, opened before. Knows no address: a side says what its three requests are.
import { Latencies } from './latencies.mjs';

/**
 * `side.connectionOf(learner)` is open; `side.start(learner)`, `side.save(learner, index)` and `side.submit(learner)` answer
 * `[method, path, body]`; `side.started(learner, text)` takes what the start answered. Answers `{ latencies, errors, seconds }`.
 */
export async function rush(side, learners, saves) {
  const latencies = new Latencies();
  const errors = [];
  const begun = performance.now();
  const send = async (step, connection, [method, path, body]) => {
    const sent = step === 'start' ? begun : performance.now();
    const answer = await connection
      .send(method, path, body)
      .catch((error) => ({ status: 0, text: error.message }));
    latencies.add(step, performance.now() - sent);
    if (answer.status !== 200) errors.push(`${step} ${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  };
  await Promise.all(
    learners.map(async (learner) => {
      const connection = side.connectionOf(learner);
      const { status, text } = await send('start', connection, side.start(learner));
      if (status !== 200) return;
      side.started(learner, text);
      for (let index = 0; index < saves; index += 1)
        await send('save', connection, side.save(learner, index));
      await send('submit', connection, side.submit(learner));
    }),
  );
  return { latencies, errors, seconds: (performance.now() - begun) / 1000 };
}
