// Everything that the attempt page needs before it is drawn: paper, confirmed answers, and what still waits on the device.
import { quizzes, type Attempt } from '@onetouch/contract';
import { call } from '../platform/call.js';
import { waitingUnder } from '../platform/outbox.js';
import { isProblem } from '../platform/problem.js';
import { withServerTime } from '../platform/server-clock.js';
import { keptAttempt, takeHandedOver } from './attempt-copy.js';
import { startAnswers, type Answers } from './answers.js';
import type { WaitingAnswer } from './send-answer.js';

export interface LoadedAttempt {
  attempt: Attempt;
  answers: Answers;
}

/** The key under which the answer to a question waits. */
export const answerKey = (attemptId: string, questionId: string) => `${attemptId}/${questionId}`;

/** Answers of this attempt that wait on the device. */
export async function waitingAnswers(attemptId: string): Promise<(WaitingAnswer & { questionId: string })[]> {
  const items = await waitingUnder('answer', answerKey(attemptId, '')).catch(() => []);
  return items.map(({ key, payload }) => ({
    ...(payload as WaitingAnswer),
    questionId: key.slice(key.indexOf('/') + 1),
  }));
}

async function readAttempt(attemptId: string): Promise<Attempt> {
  const begun = takeHandedOver(attemptId);
  if (begun) return begun;
  try {
    return await withServerTime(
      () => call(quizzes.readAttempt, { params: { attemptId } }),
      ({ state }) => state.serverTime,
    );
  } catch (error) {
    const kept =
      isProblem(error) && error.isPassing && error.status !== 401 && (await keptAttempt(attemptId));
    if (!kept) throw error;
    return kept;
  }
}

/** Reads the attempt, from the device when the server is not reached; refuses with `attempt.not-found`. */
export async function loadAttempt(attemptId: string): Promise<LoadedAttempt> {
  // First what waits: whatever is sent between the two reads is then in one of them.
  const waiting = await waitingAnswers(attemptId);
  const attempt = await readAttempt(attemptId);
  return { attempt, answers: startAnswers(attempt, waiting) };
}
