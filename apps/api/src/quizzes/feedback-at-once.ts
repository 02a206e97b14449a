// What a learner is told right after a final answer, where the rule says 'at once'. Everywhere else it keeps silent.
import type { AnswerFeedback } from '@onetouch/contract';
import { type CompleteRule, gradeAttempt, type Paper } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import type { KnownAttempt } from './known-attempts.js';
import { answersTakenUntil } from './standing.js';
import type { AnswerRow } from './write-answers.js';

const read: Statement = {
  name: 'quizzes.paper-and-rule',
  text: `SELECT p.paper, a.rule, a.enrolment_id AS "enrolmentId", a.exam_id IS NOT NULL AS "isExam"
    FROM attempt a JOIN paper p ON p.id = a.paper_id WHERE a.id = $1`,
};

interface Read {
  paper: Paper;
  rule: CompleteRule;
  enrolmentId: string;
  isExam: boolean;
}

@Injectable()
export class FeedbackAtOnce {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Right or not, points and explanation; null where the rule does not show them yet, and for an essay. */
  async of(attemptId: string, known: KnownAttempt, answer: AnswerRow): Promise<AnswerFeedback | null> {
    if (known.feedback !== 'at-once') return null;
    const row = await this.database.row<Read>(read, [attemptId]);
    const question = row?.paper.questions.find(({ id }) => id === answer.questionId);
    if (!row || !question || question.kind === 'essay') return null;
    // Not while another attempt takes answers that this would give away: an exam at the same quiz, or one that its deadline closed.
    const until = row.isExam ? null : await answersTakenUntil(this.database, row.enrolmentId, known.lessonId);
    if (until && this.clock.now() < until) return null;
    const { hasPartialCredit, wrongPercent } = row.rule;
    const paper = { questions: [question], possiblePoints: question.points, neededPoints: 0 };
    const answers = new Map([[question.id, answer.optionIds]]);
    const [grade] = gradeAttempt(paper, answers, { hasPartialCredit, wrongPercent }).questions;
    return {
      isRight: grade?.isRight ?? false,
      points: grade?.points ?? 0,
      correct: known.key === 'at-once' ? question.correct : null,
      explanation: question.explanation,
    };
  }
}
