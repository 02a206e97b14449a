import { randomUUID } from 'node:crypto';
import type { CorrectionChange } from '@onetouch/contract';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { accept, correctionDesk, drop } from '../../test/corrections.js';
import { createExamDay } from '../../test/exams.js';
import { createPerson } from '../../test/factories.js';
import {
  cloneAttempt,
  correct,
  essayCourse,
  questionAt,
  sit,
  trainerOf,
  writeEssay,
} from '../../test/marking.js';
import { quizLearner } from '../../test/quizzes.js';

describe('corrections of a faulty question', () => {
  const test = useTestApp();
  const { desk, preview, apply, resultOf, stored, completed } = correctionDesk(test);

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
