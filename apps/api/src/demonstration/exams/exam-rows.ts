// The rows of the demonstration exams, many in one statement each: a list of JSON objects in, rows out.
import type { Statement } from '../../platform/database/database.js';

export const insertExam: Statement = {
  name: 'demonstration.insert-exam',
  text: `INSERT INTO exam (id, name, search_key, course_id, version_id, lesson_id, place_id, check_in_opens_at, starts_at, closes_at, rule,
      release, released_at, released_by, spread_seconds, preparation_requested_at, created_by, created_at, is_demonstration)
    SELECT r.*, true FROM json_to_record($1::json) AS r(id uuid, name text, search_key text, course_id uuid, version_id uuid, lesson_id uuid,
      place_id text, check_in_opens_at timestamptz, starts_at timestamptz, closes_at timestamptz, rule jsonb, release text,
      released_at timestamptz, released_by uuid, spread_seconds int, preparation_requested_at timestamptz, created_by uuid, created_at timestamptz)`,
};
export const insertCohorts: Statement = {
  name: 'demonstration.insert-exam-cohorts',
  text: 'INSERT INTO exam_cohort (exam_id, cohort_id) SELECT $1, id FROM cohort WHERE id = $2 AND is_demonstration',
};
export const insertRooms: Statement = {
  name: 'demonstration.insert-exam-rooms',
  text: `INSERT INTO exam_room (id, exam_id, name, place_id, invigilator_id, capacity, code)
    SELECT * FROM json_to_recordset($1::json) AS r(id uuid, exam_id uuid, name text, place_id text, invigilator_id uuid, capacity int, code text)`,
};
/** Papers that nobody opened; those of attempts are there already. */
export const insertPapers: Statement = {
  name: 'demonstration.insert-exam-papers',
  text: `INSERT INTO paper (id, version_id, lesson_id, seed, paper, question_ids, created_at)
    SELECT id, version_id, lesson_id, seed, paper, ARRAY(SELECT json_array_elements_text(question_ids)::uuid), created_at
    FROM json_to_recordset($1::json) AS r(id uuid, version_id uuid, lesson_id uuid, seed text, paper jsonb, question_ids json, created_at timestamptz)
    ON CONFLICT (id) DO NOTHING`,
};
export const insertCandidates: Statement = {
  name: 'demonstration.insert-exam-candidates',
  text: `INSERT INTO exam_candidate (id, exam_id, person_id, enrolment_id, room_id, paper_id, key, sealed, nonce, needed_points, possible_points,
      checked_in_at, checked_in_by)
    SELECT id, exam_id, person_id, enrolment_id, room_id, paper_id, decode(key, 'base64'), decode(sealed, 'base64'), decode(nonce, 'base64'),
      needed_points, possible_points, checked_in_at, checked_in_by
    FROM json_to_recordset($1::json) AS r(id uuid, exam_id uuid, person_id uuid, enrolment_id uuid, room_id uuid, paper_id uuid, key text,
      sealed text, nonce text, needed_points int, possible_points int, checked_in_at timestamptz, checked_in_by uuid)`,
};
export const insertExtensions: Statement = {
  name: 'demonstration.insert-exam-extensions',
  text: `INSERT INTO attempt_extension (id, enrolment_id, lesson_id, exam_id, minutes, attempts, reason, author_id, granted_at)
    SELECT id, enrolment_id, lesson_id, exam_id, minutes, 0, reason, author_id, granted_at
    FROM json_to_recordset($1::json) AS r(id uuid, enrolment_id uuid, lesson_id uuid, exam_id uuid, minutes int, reason text, author_id uuid,
      granted_at timestamptz)`,
};
export const findAccounts: Statement = {
  name: 'demonstration.find-exam-accounts',
  text: 'SELECT id, email FROM person WHERE email = ANY($1::text[]) AND is_demonstration',
};
export const insertEssayMarks: Statement = {
  name: 'demonstration.insert-essay-marks',
  text: `INSERT INTO essay_mark (id, attempt_id, question_id, text_hash, marker_id, points, criteria, comment, marked_at)
    SELECT id, attempt_id, question_id, md5(text), marker_id, points, criteria, comment, marked_at
    FROM json_to_recordset($1::json) AS r(id uuid, attempt_id uuid, question_id uuid, text text, marker_id uuid, points int, criteria jsonb,
      comment text, marked_at timestamptz)`,
};
