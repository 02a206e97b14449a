// Until when somebody may still be at work at the same questions: in an exam anybody in it, outside of one whoever was given more time.
// What a rule shows after the close waits for that, or credits, pauses and new attempts would be worked at with the key in hand.
import type { CompleteRule } from '@onetouch/domain';
import type { Runner, Statement } from '../platform/database/database.js';

export interface SharedWork {
  lessonId: string;
  /** Null outside an exam. */
  examId: string | null;
  rule: Pick<CompleteRule, 'closesAt' | 'feedback' | 'key'>;
  now: Date;
}

// Open attempts and those that their deadline closed, whose answers may arrive late; while a clock stands still nobody knows, so a day
// on. And new attempts that nobody has begun yet: begun at the last moment, they have the whole time.
const inExam: Statement = {
  name: 'quizzes.last-work-in-exam',
  text: `SELECT greatest(
      (SELECT max(CASE WHEN a.paused_at IS NULL THEN a.deadline_at ELSE greatest(a.deadline_at, $2) + interval '1 day' END)
        FROM attempt a WHERE a.exam_id = $1 AND a.voided_at IS NULL AND (a.submitted_at IS NULL OR a.closed_by = 'deadline')),
      (SELECT max(x.closes_at + 2 * limits.each + coalesce((SELECT sum(g.minutes) FROM attempt_extension g
            WHERE g.enrolment_id = c.enrolment_id AND g.lesson_id = x.lesson_id AND g.exam_id = x.id), 0) * interval '1 minute')
        FROM exam_candidate c JOIN exam x ON x.id = c.exam_id
        CROSS JOIN LATERAL (SELECT (x.rule ->> 'timeLimitMinutes')::integer * interval '1 minute' AS each) limits
        WHERE c.exam_id = $1 AND c.attempt_number > 1 AND c.checked_in_at IS NOT NULL AND x.released_at IS NULL
          AND x.closes_at + limits.each > $2 AND NOT EXISTS (SELECT 1 FROM attempt n WHERE n.enrolment_id = c.enrolment_id
            AND n.lesson_id = x.lesson_id AND n.exam_id = x.id AND n.number = c.attempt_number))) AS at`,
};
// Nobody begins after the close, and only minutes that were given go beyond it.
const inQuiz: Statement = {
  name: 'quizzes.last-work-in-quiz',
  text: `SELECT $2::timestamptz + max(given.minutes) * interval '1 minute' AS at FROM (SELECT sum(minutes) AS minutes
    FROM attempt_extension WHERE lesson_id = $1 AND exam_id IS NULL GROUP BY enrolment_id) given`,
};

/** The close that feedback and key wait for: that of the rule, or a later one; null without a window. */
export async function lastWorkAt(
  runner: Runner,
  { lessonId, examId, rule, now }: SharedWork,
): Promise<Date | null> {
  if (rule.closesAt === null) return null;
  const closesAt = new Date(rule.closesAt);
  if (rule.feedback !== 'after-close' && rule.key !== 'after-close') return closesAt;
  const [found] =
    examId === null
      ? await runner.rows<{ at: Date | null }>(inQuiz, [lessonId, closesAt])
      : await runner.rows<{ at: Date | null }>(inExam, [examId, now]);
  return found?.at && found.at > closesAt ? found.at : closesAt;
}
