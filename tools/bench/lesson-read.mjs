// How close reading a lesson comes to the least that this machine can do: one row by its key as JSON of the same size.
import { compareWithBare } from './frame/against-bare.mjs';
import { seedLearners } from './frame/learners.mjs';

export const describe = 'signed-in learners read lessons of about 6 KB, against a bare Fastify + pg server';

const learnerCount = 400;

/** Distinct learners read lessons at concurrency 16 from one API process. */
export async function run(context) {
  const api = await context.startApi({ ONETOUCH_DEMO: '0' });
  const { learners, lessons, bareIds } = await seedLearners(api.databaseUrl, learnerCount);
  let turn = 0;
  const result = await compareWithBare(context, api, {
    bare: () => ({ method: 'GET', path: `/documents/${bareIds[turn++ % bareIds.length]}` }),
    api: () => {
      const { enrolmentId, token } = learners[turn++ % learners.length];
      const { id } = lessons[turn % lessons.length];
      const path = `/api/v1/enrolments/${enrolmentId}/lessons/${id}`;
      return { method: 'GET', path, headers: { cookie: `onetouch_session=${token}` } };
    },
  });
  await api.stop();
  const targets = { perSecondRatio: { min: 0.6 }, p99Ratio: { max: 2 }, errors: { max: 0 } };
  return { ...result, targets };
}
