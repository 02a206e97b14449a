import { describe, expect, it } from '@jest/globals';
import { useTestApp } from './app.js';
import { addRooms, createExamDay } from './exams.js';
import {
  choiceCourse,
  correct,
  createMarker,
  essayCourse,
  questionAt,
  quizPathOf,
  sit,
  trainerOf,
  writeEssay,
} from './marking.js';

describe('what was recorded', () => {
  const test = useTestApp();
  const sql = (text: string, values: unknown[] = []) => test.database.source.query(text, values);
  /** `kept` when the database refuses, else how many rows it touched. */
  const attempt = async (text: string, values: unknown[] = []) => {
    try {
      return (await sql(text, values))[1];
    } catch (error) {
      return (error as { code?: string }).code === '23001' ? 'kept' : String(error);
    }
  };
  const refused = async (statements: readonly string[], id: string) => {
    for (const text of statements) expect([text, await attempt(text, [id])]).toEqual([text, 'kept']);
  };

  it('of an exam is neither changed nor removed, and the exam is not removed with it', async () => {
    const { exam } = await createExamDay(test, { people: 0 });
    await refused(
      [
        "UPDATE exam_event SET reason = 'Khác' WHERE exam_id = $1",
        'UPDATE exam_event SET actor_id = NULL WHERE exam_id = $1',
        'DELETE FROM exam_event WHERE exam_id = $1',
        'DELETE FROM exam WHERE id = $1',
      ],
      exam.id,
    );
    expect(await attempt('TRUNCATE exam_event')).toBe('kept');
    expect(await sql('SELECT kind FROM exam_event WHERE exam_id = $1', [exam.id])).toEqual([
      { kind: 'created' },
    ]);
  });

  it('of an exam outlives a room that is removed, and goes with an exam of the demonstration', async () => {
    const day = await createExamDay(test, { people: 0 });
    const { rooms } = await addRooms(day, [{ name: 'Phòng 1', capacity: 5 }]);
    const at = `/exams/${day.exam.id}`;
    await day.coordinator.put(`${at}/rooms/${rooms[0]?.id}`).send({ name: 'Phòng một', capacity: 6 });
    const lines = () =>
      sql('SELECT kind, room_id IS NULL AS "isBare" FROM exam_event WHERE exam_id = $1 ORDER BY id', [
        day.exam.id,
      ]);
    const before = await lines();
    expect(before.filter(({ isBare }: { isBare: boolean }) => !isBare)).toHaveLength(1);
    expect((await day.coordinator.delete(`${at}/rooms/${rooms[0]?.id}`)).status).toBe(200);
    const after = await lines();
    expect(after).toHaveLength(before.length + 1);
    expect(after.every(({ isBare }: { isBare: boolean }) => isBare)).toBe(true);
    await sql('UPDATE exam SET is_demonstration = true WHERE id = $1', [day.exam.id]);
    expect(await attempt('DELETE FROM exam WHERE id = $1', [day.exam.id])).toBe(1);
    expect(await lines()).toEqual([]);
  });

  it('lets go of whatever is removed that it names', async () => {
    // Triggers before updates.
    const emptied = `SELECT f.table || '.' || f.column AS name, string_to_array(
        substring(pg_get_triggerdef(t.oid) FROM 'refuse_change\\(''([^'']*)'), ',') @> ARRAY[f.column] AS "isFree"
      FROM (SELECT c.conrelid AS id, c.conrelid::regclass::text AS table, a.attname::text AS column
        FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
        WHERE c.contype = 'f' AND c.confdeltype = 'n') f
      JOIN pg_trigger t ON t.tgrelid = f.id AND t.tgname LIKE f.table || '_kept%' AND t.tgtype & 16 > 0`;
    const rows: { name: string; isFree: boolean }[] = await sql(emptied);
    expect(rows.map(({ name }) => name)).toContain('exam_event.from_room_id');
    expect(rows.filter(({ isFree }) => !isFree)).toEqual([]);
  });

  it('of a correction is decided once and never rewritten', async () => {
    test.clock.run();
    const course = await choiceCourse(test, 2, { passPercent: 50 });
    const trainer = await trainerOf(test, course);
    const { attemptId } = await sit(test, course, { 1: 'w1' }, { isFinished: true });
    const { id } = await correct(trainer, course, { action: 'drop', questionId: questionAt(course, 0).id });
    await refused(
      [
        `UPDATE correction_change SET before = '{}' WHERE correction_id = $1`,
        `UPDATE correction_change SET new_result = '{}' WHERE correction_id = $1`,
        'DELETE FROM correction_change WHERE correction_id = $1',
        `UPDATE correction SET reason = 'Khác' WHERE id = $1`,
        'DELETE FROM correction WHERE id = $1',
      ],
      id,
    );
    const decision = { decision: 'kept', reason: 'Lỗi của đề.' };
    const path = `/corrections/${id}/changes/${attemptId}/decision`;
    expect((await trainer.post(path).send(decision)).status).toBe(200);
    await refused(
      [
        `UPDATE correction_change SET decision = 'withdrawn' WHERE correction_id = $1`,
        `UPDATE correction_change SET decision_reason = 'Khác' WHERE correction_id = $1`,
      ],
      id,
    );
  });

  it('of marks and extensions stays as it was given', async () => {
    test.clock.run();
    const course = await essayCourse(test);
    const { learner, attemptId, essayIds } = await writeEssay(test, course);
    const marker = await createMarker(test);
    const mark = { criteria: [{ criterionId: 'y', points: 1_000 }], comment: 'Tốt.' };
    expect((await marker.put(`/marking/${attemptId}/${essayIds[0]}`).send(mark)).status).toBe(200);
    const wish = { id: crypto.randomUUID(), login: learner.person.email, minutes: 5, attempts: 1 };
    const trainer = await trainerOf(test, course);
    const granted = await trainer
      .post(`${quizPathOf(course)}/extensions`)
      .send({ ...wish, reason: 'Mất điện' });
    expect(granted.status).toBe(200);
    await refused(
      [
        'UPDATE essay_mark SET points = 0 WHERE attempt_id = $1',
        'DELETE FROM essay_mark WHERE attempt_id = $1',
      ],
      attemptId,
    );
    await refused(
      [
        'UPDATE attempt_extension SET minutes = 60 WHERE id = $1',
        'DELETE FROM attempt_extension WHERE id = $1',
      ],
      wish.id,
    );
    // It goes with what it belongs to.
    expect(await attempt('DELETE FROM attempt WHERE id = $1', [attemptId])).toBe(1);
    expect(await sql('SELECT 1 FROM essay_mark WHERE attempt_id = $1', [attemptId])).toEqual([]);
  });
});
