// Closes and marks an attempt once: answers, mark, steps and completion are one transaction.
import { gradeAttempt } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { type PublishedVersion, PublishedVersions } from '../courses/published-versions.js';
import { evaluateCourse } from '../enrolments/complete-course.js';
import { lockEnrolment } from '../enrolments/locked-enrolment.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { type AttemptRow, QuizzesQueries } from './quizzes.queries.js';

// Waits for saves under way; whatever has a receipt by then is marked.
const close: Statement = {
  name: 'quizzes.close-attempt',
  text: 'UPDATE attempt SET submitted_at = $2 WHERE id = $1 AND submitted_at IS NULL RETURNING id',
};
const mark: Statement = {
  name: 'quizzes.mark-attempt',
  text: 'UPDATE attempt SET points = $2, has_passed = $3, result = $4 WHERE id = $1',
};

@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly database: Database,
    private readonly queries: QuizzesQueries,
    private readonly versions: PublishedVersions,
    private readonly clock: Clock,
  ) {}

  /** Submits if it is still open; a second submission finds it closed and changes nothing. */
  async submit(attemptId: string, personId: string): Promise<void> {
    const attempt = await this.queries.find(attemptId, personId);
    if (!attempt) throw new Problem('attempt.not-found');
    if (attempt.submittedAt) return;
    // Before the transaction, so that nobody who holds a connection waits for another one.
    const version = await this.versions.get(attempt.versionId);
    await this.database.transaction((transaction) => this.submitIn(transaction, attempt, version));
  }

  private async submitIn(
    transaction: Transaction,
    attempt: AttemptRow,
    version: PublishedVersion,
  ): Promise<void> {
    const enrolment = await lockEnrolment(transaction, attempt.enrolmentId, attempt.personId);
    if (!enrolment) throw new Problem('attempt.not-found');
    const now = this.clock.now();
    const closed = await transaction.rows(close, [attempt.id, now]);
    if (closed.length === 0) return;
    const answers = await this.queries.answersIn(transaction, attempt.id);
    const grade = gradeAttempt(
      attempt.paper,
      new Map(answers.map((answer) => [answer.questionId, answer.optionIds])),
    );
    await transaction.rows(mark, [attempt.id, grade.points, grade.hasPassed, JSON.stringify(grade)]);
    if (grade.hasPassed) await evaluateCourse(transaction, enrolment, { version, now });
  }
}
