// How close saving a progress event comes to the least that this machine can do: one upsert of one row.
import { randomUUID } from 'node:crypto';
import { compareWithBare } from './frame/against-bare.mjs';
import { seedLearners } from './frame/learners.mjs';

export const describe =
  'signed-in learners save one progress event, against a bare Fastify + pg single-row upsert';

const learnerCount = 400;

/** An event that moves the learner's place, so that each one is really written. */
function eventBody(block) {
  const event = {
    id: randomUUID(),
    kind: 'position',
    blockId: block.id,
    occurredAt: new Date().toISOString(),
  };
  return JSON.stringify({ events: [event] });
}

/** Distinct learners save one event at a time at concurrency 16; every save confirmed and on disk. */
export async function run(context) {
  const api = await context.startApi({ ONETOUCH_DEMO: '0' });
  const { learners, lessons, bareIds } = await seedLearners(api.databaseUrl, learnerCount);
  let turn = 0;
  const json = { 'content-type': 'application/json' };
  const state = () =>
    JSON.stringify({
      metBlockIds: [],
      watched: {},
      answers: {},
      position: { blockId: randomUUID(), at: new Date().toISOString(), eventId: randomUUID() },
    });
  const result = await compareWithBare(context, api, {
    bare: () => ({
      method: 'PUT',
      path: `/states/${bareIds[turn++ % bareIds.length]}`,
      headers: json,
      body: state(),
    }),
    api: () => {
      const { enrolmentId, token } = learners[turn++ % learners.length];
      // A learner stays in a lesson for a while, as people do.
      const { id, blocks } = lessons[Math.floor(turn / 4000) % lessons.length];
      const path = `/api/v1/enrolments/${enrolmentId}/lessons/${id}/events`;
      const headers = { ...json, cookie: `onetouch_session=${token}` };
      return { method: 'POST', path, headers, body: eventBody(blocks[turn % blocks.length]) };
    },
  });
  await api.stop();
  return { ...result, targets: { perSecondRatio: { min: 0.5 }, errors: { max: 0 } } };
}
