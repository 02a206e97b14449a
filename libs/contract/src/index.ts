// What crosses the wire, whole: schemas, codes, limits, and the endpoint table.
import { accounts } from './accounts.js';
import { certificates } from './certificates.js';
import { cohorts } from './cohorts.js';
import { courses, files } from './courses.js';
import { enrolments } from './enrolments.js';
import { exams } from './exams.js';
import { extensions } from './extensions.js';
import { invigilation } from './invigilation.js';
import { marking } from './marking.js';
import { places } from './places.js';
import { quizzes } from './quizzes.js';
import { sittings } from './sittings.js';
import { service } from './service.js';

export * from './accounts.js';
export * from './attempt-results.js';
export * from './attempts.js';
export * from './certificates.js';
export * from './cohorts.js';
export * from './content.js';
export * from './corrections.js';
export * from './courses.js';
export * from './endpoint.js';
export * from './enrolments.js';
export * from './exam-candidates.js';
export * from './exam-results.js';
export * from './exams.js';
export * from './extensions.js';
export * from './invigilation.js';
export * from './lesson-blocks.js';
export * from './limits.js';
export * from './marking.js';
export * from './places.js';
export * from './problem.js';
export * from './questions.js';
export * from './quiz-rule.js';
export * from './quiz-statistics.js';
export * from './quizzes.js';
export * from './service.js';
export * from './sittings.js';
export * from './wire.js';

/** Every endpoint there is, by noun and verb. */
export const endpoints = {
  service,
  places,
  accounts,
  courses,
  files,
  enrolments,
  quizzes,
  extensions,
  certificates,
  cohorts,
  exams,
  sittings,
  invigilation,
  marking,
};
