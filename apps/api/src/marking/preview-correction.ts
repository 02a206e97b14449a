// Who would change by a correction, and how. Reads only: nothing is locked and nothing waits for it.
import type { CorrectionChange, CorrectionPreview, CorrectionWish, Question } from '@onetouch/contract';
import { gainsPass, losesPass } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { findHandedIn } from '../quizzes/remark-attempts.js';
import {
  chunksOf,
  type Effect,
  effectsOn,
  Fingerprint,
  presentMark,
  withoutQuestions,
} from './correction-effects.js';
import type { OwnQuiz } from './find-quiz.js';

/** The question that a wish is about; `correction.question-unknown` for none, or for options that it does not have. */
export function questionOf(quiz: OwnQuiz, wish: CorrectionWish): Question {
  const question = quiz.questions.get(wish.questionId);
  if (!question) throw new Problem('correction.question-unknown');
  const known = new Set(question.options.map(({ id }) => id));
  if (wish.action === 'accept' && !wish.optionIds.every((id) => known.has(id)))
    throw new Problem('correction.question-unknown');
  return question;
}

/** A change in the contract's shape, before it is written down. */
function presentEffect(effect: Effect): CorrectionChange {
  const { attempt, before, after, fullName, organisationName, certificateNumber, decision } = effect;
  return {
    attemptId: attempt.id,
    ...{ fullName, organisationName, certificateNumber, decision },
    before: presentMark(before),
    after: presentMark(after),
  };
}

const byName = new Intl.Collator('vi');

/** Lost passes first, then gained ones, then the rest. */
function weightOf(effect: Effect): number {
  return losesPass(effect) ? 0 : gainsPass(effect) ? 1 : 2;
}

@Injectable()
export class PreviewCorrection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every change with sums, and the fingerprint to apply exactly this. */
  async preview(quiz: OwnQuiz, wish: CorrectionWish): Promise<CorrectionPreview> {
    questionOf(quiz, wish);
    const { lessonId } = quiz;
    const examId = quiz.exam?.id ?? null;
    const where = { lessonId, examId, questionId: wish.questionId, now: this.clock.now() };
    const fingerprint = await Fingerprint.begin(this.database, { lessonId, examId, wish });
    const ids = await findHandedIn(this.database, where);
    const effects: Effect[] = [];
    for (const chunk of chunksOf(ids)) {
      const found = await effectsOn(this.database, chunk, wish);
      fingerprint.add(found);
      effects.push(...found.map(withoutQuestions));
    }
    const shown = effects.sort(
      (one, other) => weightOf(one) - weightOf(other) || byName.compare(one.fullName, other.fullName),
    );
    return {
      attempts: ids.length,
      changed: effects.length,
      gainsPass: effects.filter(gainsPass).length,
      losesPass: effects.filter(losesPass).length,
      withCertificate: effects.filter((effect) => effect.certificateNumber !== null).length,
      fingerprint: fingerprint.end(),
      changes: shown.map(presentEffect),
    };
  }
}
