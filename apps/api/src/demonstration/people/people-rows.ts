// The rows of demonstration people, many in one statement each: a list of JSON objects in, rows out.
import type { Statement } from '../../platform/database/database.js';

// No password is known for them: they are looked at, nobody signs in as one.
export const insertPeople: Statement = {
  name: 'demonstration.insert-people',
  text: `INSERT INTO person (id, full_name, search_key, sort_key, email, password_hash, audience, place_id, organisation_name, is_demonstration, created_at)
    SELECT id, full_name, search_key, sort_key, email, '!', audience, place_id, organisation_name, true, created_at
    FROM json_to_recordset($1::json) AS r(id uuid, full_name text, search_key text, sort_key text, email text, audience text, place_id text, organisation_name text, created_at timestamptz)`,
};
export const insertConsents: Statement = {
  name: 'demonstration.insert-people-consents',
  text: `INSERT INTO consent (person_id, purpose, given, text_version, channel, decided_at)
    SELECT person_id, purpose, true, $2, 'demonstration', $3
    FROM unnest($1::uuid[]) AS person_id, unnest(ARRAY['training-record', 'certificate-publication']) AS purpose`,
};
export const insertEnrolments: Statement = {
  name: 'demonstration.insert-enrolments',
  text: `INSERT INTO enrolment (id, person_id, course_id, version_id, enrolled_at, started_at, completed_at, completion, steps_done, steps_total)
    SELECT * FROM json_to_recordset($1::json) AS r(id uuid, person_id uuid, course_id uuid, version_id uuid, enrolled_at timestamptz,
      started_at timestamptz, completed_at timestamptz, completion jsonb, steps_done int, steps_total int)
    ON CONFLICT DO NOTHING`,
};
export const insertLessons: Statement = {
  name: 'demonstration.insert-lessons',
  text: `INSERT INTO lesson_progress (enrolment_id, lesson_id, state, revision, started_at, done_at, updated_at)
    SELECT enrolment_id, lesson_id, state, 1, started_at, done_at, updated_at
    FROM json_to_recordset($1::json) AS r(enrolment_id uuid, lesson_id uuid, state jsonb, started_at timestamptz, done_at timestamptz, updated_at timestamptz)`,
};
export const insertPapers: Statement = {
  name: 'demonstration.insert-papers',
  text: `INSERT INTO paper (id, version_id, lesson_id, seed, paper, question_ids, created_at)
    SELECT id, version_id, lesson_id, seed, paper, ARRAY(SELECT json_array_elements_text(question_ids)::uuid), created_at
    FROM json_to_recordset($1::json) AS r(id uuid, version_id uuid, lesson_id uuid, seed text, paper jsonb, question_ids json, created_at timestamptz)`,
};
export const insertAttempts: Statement = {
  name: 'demonstration.insert-attempts',
  text: `INSERT INTO attempt (id, enrolment_id, person_id, version_id, lesson_id, number, paper_id, rule, needed_points, possible_points, started_at,
      submitted_at, marked_at, points, has_passed, result, exam_id, deadline_at, extra_seconds, closed_by, late_count)
    SELECT id, enrolment_id, person_id, version_id, lesson_id, number, paper_id, rule, needed_points, possible_points, started_at,
      submitted_at, marked_at, points, has_passed, result, exam_id, deadline_at, extra_seconds, closed_by, late_count
    FROM json_to_recordset($1::json) AS r(id uuid, enrolment_id uuid, person_id uuid, version_id uuid, lesson_id uuid, number int, paper_id uuid,
      rule jsonb, needed_points int, possible_points int, started_at timestamptz, submitted_at timestamptz, marked_at timestamptz, points int, has_passed boolean, result jsonb,
      exam_id uuid, deadline_at timestamptz, extra_seconds int, closed_by text, late_count int)`,
};
// What came late was given while nothing was heard since the last answer before it.
export const insertAnswers: Statement = {
  name: 'demonstration.insert-answers',
  text: `WITH r AS (SELECT * FROM json_to_recordset($1::json) AS r(attempt_id uuid, question_id uuid, option_ids json, answered_at timestamptz,
        saved_at timestamptz, is_late boolean, text text, points int, comment text)),
      late AS (
        INSERT INTO late_answer (attempt_id, question_id, sequence, answered_at, arrived_at, heard_before_at, heard_again_at)
        SELECT r.attempt_id, r.question_id, 1, r.answered_at, r.saved_at,
          (SELECT max(o.saved_at) FROM r o WHERE o.attempt_id = r.attempt_id AND NOT o.is_late), r.saved_at FROM r WHERE r.is_late)
    INSERT INTO attempt_answer (attempt_id, question_id, option_ids, sequence, answered_at, saved_at, is_late, text, points, comment)
    SELECT attempt_id, question_id, ARRAY(SELECT json_array_elements_text(option_ids)), 1, answered_at, saved_at, is_late, text, points, comment
    FROM r`,
};
