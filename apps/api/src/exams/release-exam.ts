// Gives the results of an exam out. Broken off in the middle, it is done again and goes on where it stopped.
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { ReleaseAttempts } from '../quizzes/release-attempts.js';
import { currentAttempt } from './board-candidates.js';
import { recordEvent } from './exam-events.js';
import type { ExamFacts } from './exam-facts.js';

const findUnfinished: Statement = {
  name: 'exams.find-unfinished',
  text: `SELECT 1 FROM attempt WHERE exam_id = $1 AND voided_at IS NULL AND (submitted_at IS NULL OR marked_at IS NULL) LIMIT 1`,
};
// Nobody begins after a release: whoever stands at the door, or was given a new attempt (with the whole time, whenever the exam closes),
// would be left without one.
const findWaiting: Statement = {
  name: 'exams.find-waiting-to-begin',
  text: `SELECT 1 FROM exam_candidate c JOIN exam x ON x.id = c.exam_id ${currentAttempt}
    WHERE c.exam_id = $1 AND c.checked_in_at IS NOT NULL AND a.id IS NULL AND x.released_at IS NULL
      AND x.closes_at + CASE WHEN c.attempt_number > 1 THEN (x.rule ->> 'timeLimitMinutes')::integer ELSE 0 END * interval '1 minute' > $2
    LIMIT 1`,
};
const putReleased: Statement = {
  name: 'exams.release',
  text: 'UPDATE exam SET released_at = $2, released_by = $3 WHERE id = $1 AND released_at IS NULL RETURNING id',
};

@Injectable()
export class ReleaseExam {
  constructor(
    private readonly database: Database,
    private readonly attempts: ReleaseAttempts,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `exam.not-started`, or with `candidate.not-finished` while somebody is at work or may begin, or an essay waits. */
  async release(exam: ExamFacts, actor: Actor): Promise<void> {
    const now = this.clock.now();
    if (now < exam.startsAt) throw new Problem('exam.not-started');
    if (await this.database.row(findUnfinished, [exam.id])) throw new Problem('candidate.not-finished');
    if (await this.database.row(findWaiting, [exam.id, now])) throw new Problem('candidate.not-finished');
    await this.attempts.release(exam.id);
    await this.database.transaction(async (transaction) => {
      const released = await transaction.rows(putReleased, [exam.id, now, actor.personId]);
      if (released.length === 0) return;
      await recordEvent(transaction, { examId: exam.id, kind: 'released', actorId: actor.personId, at: now });
    });
    // Whoever began between the two has a mark that is held; from now on nobody begins.
    await this.attempts.release(exam.id);
  }
}
