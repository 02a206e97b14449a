// Which questions stand together on the screen, and where one may go. Pure.
import type { PaperQuestion } from '@onetouch/contract';
import type { Answers } from './answers.js';

export interface PaperPage {
  /** Place of its first question on the paper. */
  from: number;
  questions: readonly PaperQuestion[];
}

/** The paper cut into pages of `size` questions. */
export function pagesOf(questions: readonly PaperQuestion[], size: number): PaperPage[] {
  const step = Math.max(1, size);
  return Array.from({ length: Math.ceil(questions.length / step) }, (_, page) => ({
    from: page * step,
    questions: questions.slice(page * step, (page + 1) * step),
  }));
}

/** Every question of the page is left for good, or answered for good. */
export function isDone({ questions }: PaperPage, answers: Answers): boolean {
  return questions.every(({ id }) => answers[id]?.isFinal);
}
