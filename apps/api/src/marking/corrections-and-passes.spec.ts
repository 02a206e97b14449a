import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { accept, correctionDesk, drop } from '../../test/corrections.js';
import { correct, sit } from '../../test/marking.js';

describe('corrections of a faulty question', () => {
  const test = useTestApp();
  const { desk, resultOf, stored, completed } = correctionDesk(test);

  it('take a pass at once where nothing was completed by it', async () => {
    const { course, trainer } = await desk();
    const loser = await sit(test, course, { 2: 'w1' });
    const steps = async () =>
      (await loser.learner.client.get(`/enrolments/${loser.learner.enrolmentId}`)).body.steps;
    expect((await steps()).done).toBe(1);
    expect(await correct(trainer, course, drop(course))).toMatchObject({ losesPass: 1, openDecisions: 0 });
    expect(await resultOf(loser)).toMatchObject({ points: 1000, neededPoints: 1200, hasPassed: false });
    expect((await steps()).done).toBe(0);
  });

  it('never take a pass from somebody who has completed: a person decides to keep it', async () => {
    const { course, trainer, path } = await desk();
    const sat = await completed(course);
    const correction = await correct(trainer, course, drop(course));
    expect(correction).toMatchObject({ losesPass: 1, openDecisions: 1 });
    expect(await resultOf(sat)).toMatchObject({ points: 1000, hasPassed: true });
    const decide = (decision: string) =>
      trainer
        .post(`/corrections/${correction.id}/changes/${sat.attemptId}/decision`)
        .send({ decision, reason: 'Lỗi của đề.' });
    const answers = await Promise.all([decide('kept'), decide('kept'), decide('kept')]);
    const codes = answers.map(({ body }) => body.code ?? body.decision).sort();
    expect(codes).toEqual(['correction.decided', 'correction.decided', 'kept']);
    expect((await decide('withdrawn')).body.code).toBe('correction.decided');
    expect((await resultOf(sat)).hasPassed).toBe(true);
    expect((await trainer.get(path)).body.items[0].openDecisions).toBe(0);
    // What a person has kept, a later correction does not ask for again.
    const later = await correct(trainer, course, drop(course, 1));
    expect(later).toMatchObject({ changed: 1, losesPass: 0, openDecisions: 0 });
    expect(await resultOf(sat)).toMatchObject({ points: 0, possiblePoints: 1000, hasPassed: true });
  });

  it('withdraw a pass only by a decision; completion and certificate stay for an admin to revoke', async () => {
    const { course, trainer } = await desk();
    const sat = await completed(course);
    const { client, enrolmentId } = sat.learner;
    const { body: certificate } = await client.post(`/enrolments/${enrolmentId}/certificate`);
    const correction = await correct(trainer, course, drop(course));
    const { body } = await trainer
      .post(`/corrections/${correction.id}/changes/${sat.attemptId}/decision`)
      .send({ decision: 'withdrawn', reason: 'Chưa đạt.' });
    expect(body).toMatchObject({ decision: 'withdrawn', certificateNumber: certificate.number });
    const result = await resultOf(sat);
    expect(result.hasPassed).toBe(false);
    expect(result.courseCompletedAt).not.toBeNull();
    expect((await client.get(`/enrolments/${enrolmentId}`)).body.steps.done).toBe(1);
    expect((await client.get('/me/certificates')).body.items[0].revokedAt).toBeNull();
  });

  it('keep a pass by a decision also when a late answer has marked the attempt again', async () => {
    const { course, trainer } = await desk();
    const sat = await completed(course);
    const { id } = await correct(trainer, course, drop(course));
    // As an answer leaves it that was taken within the grace.
    await test.database.source.query('UPDATE attempt SET has_passed = false WHERE id = $1', [sat.attemptId]);
    const path = `/corrections/${id}/changes/${sat.attemptId}/decision`;
    await trainer.post(path).send({ decision: 'kept', reason: 'Lỗi của đề.' });
    expect(await resultOf(sat)).toMatchObject({ points: 1000, possiblePoints: 2000, hasPassed: true });
  });

  it('leave held marks held, and count when they are released', async () => {
    const { course, trainer } = await desk();
    const sat = await sit(test, course, { 0: 'w1', 2: 'w2' }, { isFinished: true });
    await test.database.source.query('UPDATE attempt SET is_held = true WHERE id = $1', [sat.attemptId]);
    await correct(trainer, course, accept(course));
    expect(await stored(sat.attemptId)).toMatchObject({ has_passed: true, is_held: true, points: 2000 });
    expect((await resultOf(sat)).courseCompletedAt).toBeNull();
    // Nobody has completed anything by a mark that is held: there is nothing to decide.
    const held = await completed(course);
    await test.database.source.query('UPDATE attempt SET is_held = true WHERE id = $1', [held.attemptId]);
    expect(await correct(trainer, course, drop(course, 1))).toMatchObject({ losesPass: 2, openDecisions: 0 });
    expect(await stored(held.attemptId)).toMatchObject({ has_passed: false });
  });
});
