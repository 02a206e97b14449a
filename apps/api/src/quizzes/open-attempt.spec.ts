import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { completeRule } from '@onetouch/domain';
import type { Runner, Statement } from '../platform/database/database.js';
import { type AttemptToOpen, openAttempts } from './open-attempt.js';

describe('attempts whose enrolments somebody else holds', () => {
  const wish = (): AttemptToOpen => ({
    ...{ personId: randomUUID(), enrolmentId: randomUUID(), lessonId: randomUUID(), versionId: randomUUID() },
    ...{ examId: null, number: 1, paperId: randomUUID(), startedAt: new Date(), deadlineAt: null },
    ...{ rule: completeRule({ draw: 1, passPercent: 50, attemptsAllowed: 1, pauseMinutes: 0 } as never) },
    ...{ extraSeconds: 0, device: null, isHeld: false, neededPoints: 1, possiblePoints: 1 },
  });

  it('are opened one after the other: a connection does one thing at a time', async () => {
    let [underWay, most] = [0, 0];
    const runner: Runner = {
      rows: async (_statement: Statement, values: unknown[] = []) => {
        most = Math.max(most, (underWay += 1));
        await new Promise((done) => setTimeout(done, 2));
        underWay -= 1;
        const [enrolmentIds, lessonIds] = [values[1], values[2]] as [string[], string[]];
        // All of them are held, so none comes back from the statement for many.
        if (enrolmentIds.length > 1) return [];
        return [{ enrolmentId: enrolmentIds[0], lessonId: lessonIds[0], examId: null, number: 1 }] as never;
      },
    };
    const wishes = [wish(), wish(), wish()];
    const opened = await openAttempts(runner, wishes);
    expect(opened.map((one) => one.enrolmentId)).toEqual(wishes.map((one) => one.enrolmentId));
    expect(most).toBe(1);
  });
});
