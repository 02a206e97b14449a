// Saves one answer and confirms it: checks that it belongs on the paper, and answers a receipt only for what is committed.
import type { AnswerReceipt } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/http/problem.js';
import { presentState } from './attempt-state.js';
import { FeedbackAtOnce } from './feedback-at-once.js';
import { type KnownAttempt, KnownAttempts } from './known-attempts.js';
import { presentAnswer } from './present-attempt.js';
import { SaveCarefully } from './save-carefully.js';
import { SignsOfLife } from './signs-of-life.js';
import { type AnswerToSave, WriteAnswers } from './write-answers.js';

@Injectable()
export class SaveAnswer {
  constructor(
    private readonly known: KnownAttempts,
    private readonly writing: WriteAnswers,
    private readonly careful: SaveCarefully,
    private readonly feedback: FeedbackAtOnce,
    private readonly signs: SignsOfLife,
    private readonly clock: Clock,
  ) {}

  /** Keeps the answer with the highest sequence and answers what is kept. */
  async save(sent: AnswerToSave, personId: string): Promise<AnswerReceipt> {
    const attempt = await this.known.get(sent.attemptId);
    if (attempt?.personId !== personId) throw new Problem('attempt.not-found');
    const answer = { ...sent, optionIds: [...new Set(sent.optionIds)] };
    await this.refuseStray(attempt, answer);
    // Whether a way back is closed is seen under the attempt's lock only.
    const written = attempt.isOneWay ? null : await this.writing.add(answer);
    const kept = written ?? (await this.careful.save(answer, attempt));
    const now = this.clock.now();
    this.signs.seen(sent.attemptId, now);
    return {
      ...presentAnswer(sent.attemptId, kept.answer),
      state: presentState(kept.clock, now),
      feedback: kept.answer.isFinal ? await this.feedback.of(sent.attemptId, attempt, kept.answer) : null,
    };
  }

  /** Whatever is not on the paper, or not of its kind. Options are only what the question has; words only what an essay has. */
  private async refuseStray(attempt: KnownAttempt, answer: AnswerToSave): Promise<void> {
    const question = await this.known.question(attempt, answer.questionId);
    if (!question) throw new Problem('attempt.question-unknown');
    const isTooMany = question.kind !== 'multiple' && answer.optionIds.length > 1;
    if (isTooMany || answer.optionIds.some((id) => !question.optionIds.has(id)))
      throw new Problem('attempt.option-unknown');
    if (question.kind !== 'essay' && answer.text !== '') throw new Problem('attempt.text-unexpected');
  }
}
