// A start that hangs halfway in its own transaction holds everything that a start takes: whatever of it others need, they would wait for.
import type { Sitting } from '@onetouch/contract';
import { expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createExamDay, makeReady, morning } from '../../test/exams.js';
import { untilWaiting } from '../../test/lock-waits.js';

const test = useTestApp();
// The row of an attempt names its paper, so that it cannot be written while somebody keeps the paper from being named.
const holdPaper = {
  name: 'spec.hold-paper',
  text: 'SELECT p.id FROM paper p JOIN exam_candidate c ON c.paper_id = p.id WHERE c.id = $1 FOR UPDATE OF p',
};

it('a start that hangs halfway keeps nobody else from starting, saving and handing in', async () => {
  const day = await createExamDay(test, { people: 4 });
  const code = await makeReady(test, day);
  test.clock.set(morning.checkInOpensAt);
  const seats = await Promise.all(
    day.people.map(async (person) => {
      const client = await test.as(person);
      return { client, sitting: (await client.post('/check-in').send({ code })).body as Sitting };
    }),
  );
  test.clock.set(morning.startsAt);
  const [stuck, ...others] = seats;
  if (!stuck) throw new Error('nobody sits');
  const start = ({ client, sitting }: (typeof seats)[number]) =>
    client.post(`/sittings/${sitting.id}/start`).send({ needsQuestions: true });
  let isAnswered = false;
  let waiting: Promise<number> = Promise.resolve(0);
  await test.database.transaction(async (holder) => {
    await holder.rows(holdPaper, [stuck.sitting.id]);
    waiting = start(stuck).then(({ status }) => ((isAnswered = true), status));
    await untilWaiting(test, 1);
    for (const other of others) {
      const { body, status } = await start(other);
      expect(status).toBe(200);
      const path = `/attempts/${body.attemptId}`;
      const answer = { optionIds: [], sequence: 1 };
      const saved = await other.client.put(`${path}/answers/${body.questions[0].id}`).send(answer);
      const handedIn = await other.client.post(`${path}/submit`);
      expect([saved.status, handedIn.status]).toEqual([200, 200]);
    }
    expect(isAnswered).toBe(false);
  });
  expect(await waiting).toBe(200);
});
