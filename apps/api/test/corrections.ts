// Corrections of faulty questions through HTTP, and the attempts that they change.
import type { CorrectionPreview, CorrectionWish } from '@onetouch/contract';
import { expect } from '@jest/globals';
import type { Client, TestApp } from './app.js';
import type { TestCourse } from './factories.js';
import { choiceCourse, questionAt, quizPathOf, type Sat, sit, trainerOf } from './marking.js';

/** A correction that drops the question of that place. */
export const drop = (course: TestCourse, place = 0): CorrectionWish => ({
  action: 'drop',
  questionId: questionAt(course, place).id,
});
/** A correction that takes the first wrong answer of it, too. */
export const accept = (course: TestCourse, place = 0): CorrectionWish => ({
  action: 'accept',
  questionId: questionAt(course, place).id,
  optionIds: ['w1'],
});

/** A quiz of a trainer, what is done there with corrections, and what follows for attempts. */
export function correctionDesk(test: TestApp) {
  /** Three questions, two of which must be right. */
  async function desk() {
    const course = await choiceCourse(test, 3, { passPercent: 60 });
    const trainer = await trainerOf(test, course);
    return { course, trainer, path: `${quizPathOf(course)}/corrections` };
  }
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

  return { desk, preview, apply, resultOf, stored, completed };
}
