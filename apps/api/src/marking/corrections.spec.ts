import { randomUUID } from 'node:crypto';
import type { CorrectionChange, CorrectionPreview, CorrectionWish } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { type Client, useTestApp } from '../../test/app.js';
import { createExamDay } from '../../test/exams.js';
import { createPerson, type TestCourse } from '../../test/factories.js';
import {
  choiceCourse,
  cloneAttempt,
  correct,
  essayCourse,
  questionAt,
  quizPathOf,
  type Sat,
  sit,
  trainerOf,
  writeEssay,
} from '../../test/marking.js';
import { quizLearner, save } from '../../test/quizzes.js';
import { Rounds } from '../platform/rounds.js';
import { settlingRound } from './settle-corrections.js';

describe('corrections of a faulty question', () => {
  const test = useTestApp();

  /** Three questions, two of which must be right. */
  async function desk() {
    const course = await choiceCourse(test, 3, { passPercent: 60 });
    const trainer = await trainerOf(test, course);
    return { course, trainer, path: `${quizPathOf(course)}/corrections` };
  }
  const drop = (course: TestCourse, place = 0): CorrectionWish => ({
    action: 'drop',
    questionId: questionAt(course, place).id,
  });
  const accept = (course: TestCourse, place = 0): CorrectionWish => ({
    action: 'accept',
    questionId: questionAt(course, place).id,
    optionIds: ['w1'],
  });
  const preview = async (client: Client, path: string, wish: CorrectionWish): Promise<CorrectionPreview> =>
    (await client.post(`${path}/preview`).send({ wish })).body;
  const apply = (client: Client, path: string, wish: CorrectionWish, fingerprint: string) =>
    client.post(path).send({ wish, reason: 'Câu hỏi sai.', fingerprint });
  const resultOf = async ({ learner, attemptId }: Sat) =>
    (await learner.client.get(`/attempts/${attemptId}/result`)).body;
  const stored = async (attemptId: string) =>
    (await test.database.source.query('SELECT * FROM attempt WHERE id = $1', [attemptId]))[0];

  /** Somebody who passed by the first two questions and has completed the course. */
  async function completed(course: TestCourse): Promise<Sat> {
    const sat = await sit(test, course, { 2: 'w1' }, { isFinished: true });
    expect((await resultOf(sat)).courseCompletedAt).not.toBeNull();
    return sat;
  }

  it('show who changes and how before anything does', async () => {
    const { course, trainer, path } = await desk();
    const [loser, certified, winner] = [
      await sit(test, course, { 2: 'w1' }),
      await completed(course),
      await sit(test, course, { 0: 'w1', 2: 'w2' }),
    ];
    await certified.learner.client.post(`/enrolments/${certified.learner.enrolmentId}/certificate`);
    const voided = await sit(test, course, { 0: 'w1' });
    await test.database.source.query('UPDATE attempt SET voided_at = now() WHERE id = $1', [
      voided.attemptId,
    ]);
    await (await quizLearner(test, course)).start();
    const before = await Promise.all([loser, certified, winner].map((one) => stored(one.attemptId)));
    const dropped = await preview(trainer, path, drop(course));
    expect(dropped).toMatchObject({
      attempts: 3,
      changed: 3,
      gainsPass: 0,
      losesPass: 2,
      withCertificate: 1,
    });
    const byId = Object.fromEntries(dropped.changes.map((change) => [change.attemptId, change]));
    expect(byId[certified.attemptId]).toEqual({
      attemptId: certified.attemptId,
      fullName: 'Nguyễn Văn Thử',
      organisationName: '',
      before: { points: 2000, possiblePoints: 3000, neededPoints: 1800, hasPassed: true },
      after: { points: 1000, possiblePoints: 2000, neededPoints: 1200, hasPassed: false },
      certificateNumber: expect.stringMatching(/\d/),
      decision: 'open',
    });
    expect(byId[loser.attemptId]).toMatchObject({ decision: null, certificateNumber: null });
    const accepted = await preview(trainer, path, accept(course));
    expect(accepted).toMatchObject({ attempts: 3, changed: 1, gainsPass: 1, losesPass: 0 });
    expect(accepted.changes[0]).toMatchObject({
      attemptId: winner.attemptId,
      before: { points: 1000, hasPassed: false },
      after: { points: 2000, hasPassed: true },
    });
    expect(accepted.fingerprint).not.toBe(dropped.fingerprint);
    expect((await preview(trainer, path, drop(course))).fingerprint).toBe(dropped.fingerprint);
    expect(await Promise.all([loser, certified, winner].map((one) => stored(one.attemptId)))).toEqual(before);
    expect((await trainer.get(path)).body.items).toEqual([]);
  });

  it('do exactly what was shown, keep the old result, and complete the course of who passes now', async () => {
    const { course, trainer, path } = await desk();
    const winner = await sit(test, course, { 0: 'w1', 2: 'w2' }, { isFinished: true });
    const old = await stored(winner.attemptId);
    expect((await resultOf(winner)).courseCompletedAt).toBeNull();
    const wish = accept(course);
    const { fingerprint } = await preview(trainer, path, wish);
    const { body, status } = await apply(trainer, path, wish, fingerprint);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      wish,
      reason: 'Câu hỏi sai.',
      changed: 1,
      gainsPass: 1,
      losesPass: 0,
      openDecisions: 0,
      prompt: questionAt(course, 0).prompt,
    });
    const result = await resultOf(winner);
    expect(result).toMatchObject({ points: 2000, hasPassed: true });
    expect(result.courseCompletedAt).not.toBeNull();
    expect(
      result.questions.filter((one: { correction: string }) => one.correction === 'accepted'),
    ).toHaveLength(1);
    const [kept] = await test.database.source.query('SELECT * FROM correction_change WHERE attempt_id = $1', [
      winner.attemptId,
    ]);
    expect(kept.old_result).toEqual(old.result);
    expect(kept.new_result).toEqual((await stored(winner.attemptId)).result);
    expect((await trainer.get(path)).body.items).toEqual([body]);
    const { items } = (await trainer.get(`/corrections/${body.id}/changes`)).body;
    expect(items).toEqual([
      expect.objectContaining({ attemptId: winner.attemptId, decision: null, before: expect.any(Object) }),
    ]);
  });

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

  it('are refused when anything has changed since the preview, and then nothing is written', async () => {
    const { course, trainer, path } = await desk();
    const first = await sit(test, course, { 2: 'w1' });
    const wish = drop(course);
    const { fingerprint } = await preview(trainer, path, wish);
    const second = await sit(test, course, { 2: 'w1' });
    const before = await Promise.all([stored(first.attemptId), stored(second.attemptId)]);
    expect((await apply(trainer, path, wish, fingerprint)).body.code).toBe('correction.changed');
    const after = await preview(trainer, path, wish);
    expect((await apply(trainer, path, accept(course), after.fingerprint)).body.code).toBe(
      'correction.changed',
    );
    expect(await Promise.all([stored(first.attemptId), stored(second.attemptId)])).toEqual(before);
    expect((await trainer.get(path)).body.items).toEqual([]);
    expect((await apply(trainer, path, wish, after.fingerprint)).status).toBe(200);
  });

  it('are applied once, however often and at once they are sent', async () => {
    const { course, trainer, path } = await desk();
    const sat = await sit(test, course, { 2: 'w1' });
    for (const wish of [drop(course), drop(course, 1)]) {
      const { fingerprint } = await preview(trainer, path, wish);
      const answers = await Promise.all([1, 2, 3].map(() => apply(trainer, path, wish, fingerprint)));
      const codes = answers.map(({ body }) => body.code ?? 'applied').sort();
      expect(codes).toEqual(['applied', 'correction.changed', 'correction.changed']);
    }
    expect((await trainer.get(path)).body.items).toHaveLength(2);
    expect(await resultOf(sat)).toMatchObject({ points: 0, possiblePoints: 1000 });
  });

  it('that change nobody are applied once too', async () => {
    const { course, trainer, path } = await desk();
    const shown = await preview(trainer, path, drop(course));
    expect(shown).toMatchObject({ attempts: 0, changed: 0, changes: [] });
    const answers = await Promise.all(
      [1, 2, 3].map(() => apply(trainer, path, drop(course), shown.fingerprint)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await trainer.get(path)).body.items).toHaveLength(1);
  });

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

  it('of many attempts are written together or not at all', async () => {
    const { course, trainer, path } = await desk();
    const sat = await sit(test, course, { 0: 'w1', 2: 'w2' }, { isFinished: true });
    await cloneAttempt(test, sat.attemptId, 420);
    const wish = accept(course);
    const shown = await preview(trainer, path, wish);
    expect(shown).toMatchObject({ attempts: 421, changed: 421, gainsPass: 421 });
    const count = async (what: string) =>
      Number(
        (
          await test.database.source.query(
            `SELECT count(*) FROM attempt a JOIN enrolment e ON e.id = a.enrolment_id WHERE a.lesson_id = $1 AND ${what}`,
            [sat.learner.quiz.id],
          )
        )[0].count,
      );
    // The process dies (or the disk is full) when all marks are written and the last courses are worked out.
    await test.database.source.query(`
      CREATE FUNCTION fail_at_last() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (SELECT count(*) FROM enrolment WHERE course_id = NEW.course_id AND completed_at IS NOT NULL) > 400
          THEN RAISE EXCEPTION 'no more'; END IF;
        RETURN NEW; END $$`);
    await test.database.source.query(
      'CREATE TRIGGER fail_at_last BEFORE UPDATE ON enrolment FOR EACH ROW EXECUTE FUNCTION fail_at_last()',
    );
    expect((await apply(trainer, path, wish, shown.fingerprint)).status).toBe(500);
    await test.database.source.query('DROP FUNCTION fail_at_last CASCADE');
    expect(await count('(a.has_passed OR e.completed_at IS NOT NULL)')).toBe(0);
    expect((await trainer.get(path)).body.items).toEqual([]);
    const { body } = await apply(trainer, path, wish, shown.fingerprint);
    expect(body).toMatchObject({ changed: 421, gainsPass: 421 });
    expect(await count('a.has_passed AND a.points = 2000 AND e.completed_at IS NOT NULL')).toBe(421);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = (await trainer.get(`/corrections/${body.id}/changes?limit=200${cursor}`)).body;
      seen.push(...items.map((change: CorrectionChange) => change.attemptId));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([421, 421]);
  });

  it('of an essay that is dropped settle the attempts that waited for it', async () => {
    const course = await essayCourse(test);
    const trainer = await trainerOf(test, course);
    const { learner, attemptId } = await writeEssay(test, course);
    const correction = await correct(trainer, course, drop(course, 0));
    expect(correction).toMatchObject({ changed: 1, gainsPass: 1 });
    const sat = { learner, attemptId };
    expect(await resultOf(sat)).toMatchObject({
      status: 'marked',
      points: 1000,
      possiblePoints: 1000,
      hasPassed: true,
    });
    expect((await trainer.get('/marking')).body.total).toBe(0);
    const task = `/marking/${attemptId}/${questionAt(course, 0).id}`;
    const mark = await trainer.put(task).send({ criteria: [{ criterionId: 'y', points: 1 }] });
    expect(mark.body.code).toBe('marking.done');
  });

  it('of an exam leave attempts outside of it as they are', async () => {
    const { course, trainer, path } = await desk();
    const day = await createExamDay(test, { course, people: 1, rule: { draw: 3 } });
    test.clock.run();
    const [inside, outside] = [await sit(test, course, { 2: 'w1' }), await sit(test, course, { 2: 'w1' })];
    await test.database.source.query('UPDATE attempt SET exam_id = $2 WHERE id = $1', [
      inside.attemptId,
      day.exam.id,
    ]);
    const body = { wish: drop(course), examId: day.exam.id };
    const { body: shown } = await trainer.post(`${path}/preview`).send(body);
    expect(shown).toMatchObject({ attempts: 1, changed: 1 });
    const applied = await trainer
      .post(path)
      .send({ ...body, reason: 'Sai đề.', fingerprint: shown.fingerprint });
    expect(applied.body).toMatchObject({ changed: 1 });
    expect((await stored(inside.attemptId)).possible_points).toBe(2000);
    expect((await stored(outside.attemptId)).possible_points).toBe(3000);
    expect(await resultOf(await sit(test, course))).toMatchObject({ possiblePoints: 3000 });
    const stray = { wish: drop(course), examId: randomUUID() };
    expect((await trainer.post(`${path}/preview`).send(stray)).body.code).toBe('exam.not-found');
    const other = await desk();
    const foreign = { wish: drop(other.course), examId: day.exam.id };
    expect((await other.trainer.post(`${other.path}/preview`).send(foreign)).body.code).toBe(
      'exam.not-found',
    );
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

  it('are refused for questions, options and quizzes that are not there', async () => {
    const { course, trainer, path } = await desk();
    const code = async (wish: unknown, at = path) =>
      (await trainer.post(`${at}/preview`).send({ wish })).body.code;
    expect(await code({ action: 'drop', questionId: randomUUID() })).toBe('correction.question-unknown');
    expect(await code({ ...accept(course), optionIds: ['zz'] })).toBe('correction.question-unknown');
    expect(await code({ ...accept(course), optionIds: [] })).toBe('request.invalid');
    expect(await code({ ...drop(course), more: 1 })).toBe('request.invalid');
    const lesson = course.document.modules[0]?.lessons[0]?.id;
    expect(await code(drop(course), `/courses/${course.id}/quizzes/${lesson}/corrections`)).toBe(
      'lesson.not-found',
    );
    const short = await trainer.post(path).send({ wish: drop(course), reason: 'x', fingerprint: 'y' });
    expect(short.body.code).toBe('request.invalid');
  });

  it.each(['', '\u0000', 'a\u0000b', '\ud800', 'x'.repeat(101)])(
    'are refused with a fingerprint that no preview gives: %j',
    async (fingerprint) => {
      const { course, trainer, path } = await desk();
      const { status, body } = await apply(trainer, path, drop(course), fingerprint);
      expect([status, body.issues?.[0]?.path]).toEqual([400, 'body.fingerprint']);
    },
  );

  it('are not there for a trainer of another course or an admin of elsewhere', async () => {
    const { course, trainer, path } = await desk();
    const sat = await completed(course);
    const { id } = await correct(trainer, course, drop(course));
    const strangers = [
      await createPerson(test, { roles: [{ role: 'trainer' }] }),
      await createPerson(test, { roles: [{ role: 'admin', placeId: 'p34-15' }] }),
    ];
    const wish = drop(course, 1);
    const { fingerprint } = await preview(trainer, path, wish);
    const decision = `/corrections/${id}/changes/${sat.attemptId}/decision`;
    for (const stranger of await Promise.all(strangers.map((person) => test.as(person)))) {
      const answers = [
        await stranger.get(path),
        await stranger.post(`${path}/preview`).send({ wish }),
        await apply(stranger, path, wish, fingerprint),
        await stranger.get(`/corrections/${id}/changes`),
        await stranger.post(decision).send({ decision: 'withdrawn', reason: 'Không.' }),
      ];
      expect(answers.map(({ body }) => body.code)).toEqual([
        ...Array.from({ length: 3 }, () => 'course.not-found'),
        ...Array.from({ length: 2 }, () => 'correction.not-found'),
      ]);
    }
    const nothing = `/corrections/${id}/changes/${randomUUID()}/decision`;
    expect((await trainer.post(nothing).send({ decision: 'kept', reason: 'Giữ.' })).body.code).toBe(
      'correction.not-found',
    );
  });
});
