// Attempts with which something is wrong for good: the rounds leave them where they are, and nobody waits behind them.
import { afterEach, describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { multiplyAttempt, quizCourse, quizLearner } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { closingRound } from './close-due-attempts.js';
import { lateMarksRound } from './release-late-marks.js';

const test = useTestApp();
const begin = new Date('2027-03-01T02:00:00.000Z');
const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);
/** More than a round takes at a time. */
const brokenCount = 205;

/** Nothing can be written any more to attempts whose deadline was before the twentieth minute. */
const breakEarly = () =>
  test.database.source.query(`
    CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
    CREATE TRIGGER break BEFORE UPDATE ON attempt FOR EACH ROW WHEN (OLD.deadline_at < '${at(20).toISOString()}')
      EXECUTE FUNCTION break()`);
const mend = () => test.database.source.query('DROP FUNCTION IF EXISTS break() CASCADE');
afterEach(async () => {
  await mend();
});

/** One attempt that ends in the twentieth minute, and before it many that are broken. */
async function oneBehindMany() {
  test.clock.set(begin);
  const learner = await quizLearner(test, quizCourse({ rule: { timeLimitMinutes: 20 } }));
  const { body } = await learner.start();
  await multiplyAttempt(test, body.id, { count: brokenCount, deadlineAt: at(10) });
  const count = async (condition: string) => {
    const [row] = await test.database.source.query(
      `SELECT count(*)::integer AS count, (count(*) FILTER (WHERE id = $2))::integer AS good FROM attempt
        WHERE lesson_id = $1 AND ${condition}`,
      [learner.quiz.id, body.id],
    );
    return row;
  };
  return { count };
}

describe('more broken attempts than a round takes at a time', () => {
  it('keep nobody open whose deadline came after theirs, and are closed once they are mended', async () => {
    const { count } = await oneBehindMany();
    await breakEarly();
    test.clock.set(at(21));
    await test.get(Rounds).run(closingRound);
    expect(await count('submitted_at IS NOT NULL')).toEqual({ count: 1, good: 1 });
    await mend();
    await test.get(Rounds).run(closingRound);
    expect(await count('submitted_at IS NULL')).toEqual({ count: 0, good: 0 });
  });

  it('hold back no mark whose wait ended after theirs, and theirs show once they are mended', async () => {
    const { count } = await oneBehindMany();
    await test.database.source.query('UPDATE attempt SET held_until = deadline_at');
    await breakEarly();
    test.clock.set(at(21));
    await test.get(Rounds).run(lateMarksRound);
    expect(await count('held_until IS NULL')).toEqual({ count: 1, good: 1 });
    await mend();
    await test.get(Rounds).run(lateMarksRound);
    expect(await count('held_until IS NOT NULL')).toEqual({ count: 0, good: 0 });
  });
});
