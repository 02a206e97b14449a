import { expect, it } from '@jest/globals';
import { stepsPercent } from '@onetouch/domain';
import { useTestApp } from '../../test/app.js';
import { percentOf } from './member-facts.js';

const test = useTestApp();

it('the percent by which members are sorted in the database is the percent of the domain, for every count of steps', async () => {
  const text = `SELECT e.steps_done AS done, e.steps_total AS total, ${percentOf} AS percent
    FROM (SELECT steps_done, steps_total, CASE WHEN steps_total > 0 AND steps_done = steps_total THEN now() END AS completed_at
      FROM generate_series(0, 220) steps_total, generate_series(0, steps_total) steps_done) e`;
  const rows = await test.database.rows<{ done: number; total: number; percent: number }>({
    name: 'test.percents',
    text,
  });
  expect(rows).toHaveLength((221 * 222) / 2);
  expect(rows.filter(({ done, total, percent }) => percent !== stepsPercent(done, total))).toEqual([]);
});
