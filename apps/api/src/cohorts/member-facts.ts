// How far a member is, as SQL: one reading of the facts for figures, lists and files alike.

/**
 * Members of cohorts with their enrolment in the course (`e`) and the certificate that counts (`c`): a revoked one does not.
 * `m` is the membership, `h` the cohort, `p` the person, `pl` the place of the person.
 */
export const memberTables = `cohort_member m
  JOIN cohort h ON h.id = m.cohort_id
  JOIN person p ON p.id = m.person_id
  LEFT JOIN place pl ON pl.id = p.place_id
  LEFT JOIN enrolment e ON e.person_id = m.person_id AND e.course_id = h.course_id
  LEFT JOIN certificate c ON c.enrolment_id = e.id AND c.revoked_at IS NULL`;

// Each claim contains the next one by construction, so that a funnel never widens.
const isStarted = '(e.started_at IS NOT NULL OR e.completed_at IS NOT NULL)';
const isCompleted = 'e.completed_at IS NOT NULL';
const isCertified = '(e.completed_at IS NOT NULL AND c.id IS NOT NULL)';

/** Columns of a `Funnel`. */
export const funnelColumns = `count(*)::integer AS enrolled,
  (count(*) FILTER (WHERE ${isStarted}))::integer AS started,
  (count(*) FILTER (WHERE ${isCompleted}))::integer AS completed,
  (count(*) FILTER (WHERE ${isCertified}))::integer AS certified`;

/** A `MemberStatus`. */
export const statusOf = `CASE WHEN ${isCertified} THEN 'certified' WHEN ${isCompleted} THEN 'completed'
  WHEN ${isStarted} THEN 'learning' ELSE 'not-started' END`;

/** Percent by the rule of the domain: rounded, and 99 at most until the course is complete. */
export const percentOf = `CASE WHEN ${isCompleted} THEN 100 WHEN coalesce(e.steps_total, 0) = 0 THEN 0
  ELSE least(99, round(e.steps_done * 100.0 / e.steps_total))::integer END`;

/** Time of the last thing that the member did in the course, null before the first. */
export const lastActivityOf = `greatest(
  (SELECT max(done.updated_at) FROM lesson_progress done WHERE done.enrolment_id = e.id),
  (SELECT max(greatest(tried.started_at, tried.submitted_at)) FROM attempt tried WHERE tried.enrolment_id = e.id))`;
