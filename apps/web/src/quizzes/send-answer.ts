// Sends waiting answers to one question; the key of an item is `attemptId/questionId`, the payload what was chosen.
import { quizzes, type AnswerReceipt } from '@onetouch/contract';
import { call } from '../platform/call.js';
import type { OutboxItem } from '../platform/outbox.js';
import { serverNow, withServerTime } from '../platform/server-clock.js';

export interface WaitingAnswer {
  optionIds: string[];
  text: string;
  isFlagged: boolean;
  isFinal: boolean;
  sequence: number;
  /** Server time by the clock of this device, when it was given. */
  answeredAt?: string;
  device?: string;
}

// Only the last of several changes to one question needs to travel.
export const batch = 200;

/** What was given cannot lie in the future, whatever this device believed when it was given. */
function bounded({ answeredAt, ...rest }: WaitingAnswer): WaitingAnswer {
  if (!answeredAt) return rest;
  const at = Math.min(Date.parse(answeredAt), serverNow());
  return { ...rest, answeredAt: new Date(at).toISOString() };
}

/** Answers what the server keeps for the question, with its receipt; measures the server's clock with it. */
export function send(items: OutboxItem[]): Promise<AnswerReceipt> {
  const [attemptId = '', questionId = ''] = (items[0]?.key ?? '').split('/');
  const answers = items.map((item) => item.payload as WaitingAnswer);
  const last = answers.reduce((best, one) => (one.sequence >= best.sequence ? one : best));
  const request = { params: { attemptId, questionId }, body: bounded(last) };
  return withServerTime(
    () => call(quizzes.saveAnswer, request, { isQuiet: true }),
    ({ state }) => state.serverTime,
  );
}
