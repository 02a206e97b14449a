import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { quizLearner } from '../../test/quizzes.js';
import { noteRead } from './seen-answers.js';

describe('that right answers are read', () => {
  const test = useTestApp();
  const readAt = async (attemptId: string) =>
    (await test.database.source.query('SELECT key_read_at FROM attempt WHERE id = $1', [attemptId]))[0]
      .key_read_at;

  it('is noted of an attempt that is handed in, the first time only, and of none that is open (again)', async () => {
    const { client, start } = await quizLearner(test);
    const { id } = (await start()).body;
    const [first, second] = [new Date('2026-11-21T02:00:00.000Z'), new Date('2026-11-21T03:00:00.000Z')];
    expect(await noteRead(test.database, id, first)).toBe(false);
    expect(await readAt(id)).toBeNull();
    await client.post(`/attempts/${id}/submit`);
    expect(await noteRead(test.database, id, first)).toBe(true);
    expect(await noteRead(test.database, id, second)).toBe(true);
    expect(await readAt(id)).toEqual(first);
  });
});
