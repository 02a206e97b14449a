// Sends waiting answers to one question; the key of an item is `attemptId/questionId`, the payload what was chosen.
import { quizzes, type SavedAnswer } from '@onetouch/contract';
import { call } from '../platform/call.js';
import type { OutboxItem } from '../platform/outbox.js';

export interface WaitingAnswer {
  optionIds: string[];
  isFlagged: boolean;
  sequence: number;
}

// Only the last of several changes to one question needs to travel.
export const batch = 200;

/** Answers what the server keeps for the question, with its receipt. */
export function send(items: OutboxItem[]): Promise<SavedAnswer> {
  const [attemptId = '', questionId = ''] = (items[0]?.key ?? '').split('/');
  const answers = items.map((item) => item.payload as WaitingAnswer);
  const last = answers.reduce((best, one) => (one.sequence >= best.sequence ? one : best));
  return call(quizzes.saveAnswer, { params: { attemptId, questionId }, body: last }, { isQuiet: true });
}
