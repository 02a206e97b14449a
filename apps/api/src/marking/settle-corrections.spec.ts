import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { accept, correctionDesk, drop } from '../../test/corrections.js';
import { choiceCourse, correct, questionAt, sit, trainerOf } from '../../test/marking.js';
import { quizLearner, save } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { settlingRound } from './settle-corrections.js';

describe('corrections of a faulty question', () => {
  const test = useTestApp();
  const { desk, resultOf, stored, completed } = correctionDesk(test);

  it('hold for everybody who hands in later, also for who was at work', async () => {
    const { course, trainer } = await desk();
    const busy = await quizLearner(test, course);
    const { body: attempt } = await busy.start();
    for (const [index, { id }] of busy.quiz.questions.entries())
      await save(busy.client, attempt.id, id, { optionIds: [['w1', 'r', 'w2'][index]], sequence: 1 });
    const { id } = await correct(trainer, course, accept(course));
    await busy.client.post(`/attempts/${attempt.id}/submit`);
    const later = await sit(test, course, { 0: 'w1', 2: 'w2' });
    for (const sat of [{ learner: busy, attemptId: attempt.id }, later])
      expect(await resultOf(sat)).toMatchObject({ points: 2000, hasPassed: true });
    expect((await trainer.get(`/corrections/${id}/changes`)).body.items).toEqual([]);
  });

  it('reach who handed in at that very moment, by a round that ends by itself', async () => {
    const { course, trainer, path } = await desk();
    const sat = await completed(course);
    const old = await stored(sat.attemptId);
    const { id } = await correct(trainer, course, drop(course, 0));
    // As a submission leaves it that had read the key just before the correction came into force.
    await test.database.transaction(async ({ manager }) => {
      const keep = (verb: string) => manager.query(`ALTER TABLE correction_change ${verb} TRIGGER USER`);
      await keep('DISABLE');
      await manager.query('DELETE FROM correction_change WHERE correction_id = $1', [id]);
      await keep('ENABLE');
    });
    await test.database.source.query(
      'UPDATE attempt SET result = $2, points = $3, possible_points = $4, needed_points = $5 WHERE id = $1',
      [sat.attemptId, JSON.stringify(old.result), old.points, old.possible_points, old.needed_points],
    );
    const round = () => test.get(Rounds).run(settlingRound);
    await Promise.all([round(), round()]);
    expect(await resultOf(sat)).toMatchObject({ points: 1000, possiblePoints: 2000, hasPassed: true });
    expect((await trainer.get(path)).body.items[0]).toMatchObject({ changed: 1, openDecisions: 1 });
    const unsettled = async () =>
      (
        await test.database.source.query('SELECT 1 FROM correction WHERE id = $1 AND settled_at IS NULL', [
          id,
        ])
      ).length;
    expect(await unsettled()).toBe(1);
    test.clock.set(new Date(Date.now() + 61_000));
    await round();
    test.clock.run();
    expect(await unsettled()).toBe(0);
  });

  it('are looked after though one before them cannot be', async () => {
    const made = async () => {
      const course = await choiceCourse(test, 2);
      await sit(test, course, { 1: 'w1' });
      const trainer = await trainerOf(test, course);
      return (await correct(trainer, course, { action: 'drop', questionId: questionAt(course, 0).id })).id;
    };
    const [broken, whole] = [await made(), await made()];
    const settled = () =>
      test.database.source.query('SELECT id FROM correction WHERE id = ANY($1) AND settled_at IS NOT NULL', [
        [broken, whole],
      ]);
    await test.database.source.query(
      `ALTER TABLE correction ADD CONSTRAINT spec_broken CHECK (id <> '${broken}' OR settled_at IS NULL) NOT VALID`,
    );
    test.clock.set(new Date(Date.now() + 120_000));
    await test.get(Rounds).run(settlingRound);
    await test.database.source.query('ALTER TABLE correction DROP CONSTRAINT spec_broken');
    expect(await settled()).toEqual([{ id: whole }]);
    await test.get(Rounds).run(settlingRound);
    test.clock.run();
    expect(await settled()).toHaveLength(2);
  });
});
