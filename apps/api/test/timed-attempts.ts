// Attempts against the clock, and what happens to them when their time is over; all of it through HTTP and the rounds.
import type { QuizLesson } from '@onetouch/contract';
import { closingRound } from '../src/quizzes/close-due-attempts.js';
import { lateMarksRound } from '../src/quizzes/release-late-marks.js';
import { Rounds } from '../src/platform/rounds.js';
import type { TestApp } from './app.js';
import { quizCourse, quizLearner } from './quizzes.js';

export const begin = new Date('2027-03-01T02:00:00.000Z');
/** So many minutes after the begin. */
export const at = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);

/** Learners who have begun at `begin` with 20 minutes, and the rounds that end their attempts. */
export function timedAttempts(test: TestApp) {
  const goRound = () => test.get(Rounds).run(closingRound);

  /** Somebody who has begun; the clock of the server stands there. */
  async function begun(rule: Partial<QuizLesson['rule']> = {}) {
    test.clock.set(begin);
    const learner = await quizLearner(test, quizCourse({ rule: { timeLimitMinutes: 20, ...rule } }));
    const { body: attempt } = await learner.start();
    return { ...learner, attempt, ids: attempt.questions.map((one: { id: string }) => one.id) as string[] };
  }

  /** The result when the grace of 30 minutes is over. */
  async function resultAfterGrace({ client, attempt }: Awaited<ReturnType<typeof begun>>) {
    test.clock.set(at(50));
    await test.get(Rounds).run(lateMarksRound);
    return (await client.get(`/attempts/${attempt.id}/result`)).body;
  }

  return { goRound, begun, resultAfterGrace };
}
