// The line that the record of an exam gets when answers came after the deadline: one for each attempt, in the transaction that takes the
// first of them.
import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../platform/database/database.js';
import { type LateArrival, LateArrivals } from '../quizzes/late-arrivals.js';
import { recordEvent } from './exam-events.js';

const findSeat: Statement = {
  name: 'exams.find-seat',
  text: 'SELECT id, room_id AS "roomId" FROM exam_candidate WHERE exam_id = $1 AND enrolment_id = $2',
};

@Injectable()
export class RecordLateAnswers {
  constructor(arrivals: LateArrivals) {
    arrivals.onFirst((transaction, arrival) => this.record(transaction, arrival));
  }

  /** The id of the attempt is that of its line, so that it can only be there once. */
  private async record(
    transaction: Transaction,
    { attemptId, enrolmentId, examId, at }: LateArrival,
  ): Promise<void> {
    if (examId === null) return;
    const [seat] = await transaction.rows<{ id: string; roomId: string | null }>(findSeat, [
      examId,
      enrolmentId,
    ]);
    await recordEvent(transaction, {
      ...{ id: attemptId, examId, kind: 'late-answers', actorId: null, at },
      ...{ candidateId: seat?.id ?? null, roomId: seat?.roomId ?? null },
    });
  }
}
