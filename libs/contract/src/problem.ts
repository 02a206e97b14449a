// The closed list of refusals. A code never changes its meaning; words for people are chosen by code in the web.
import { z } from 'zod';

/** Every problem code with its HTTP status. */
export const problemStatus = {
  'request.invalid': 400,
  'request.malformed': 400,
  'request.too-large': 413,
  'request.unsupported-media': 415,
  'request.foreign-origin': 403,
  'request.throttled': 429,
  'route.unknown': 404,
  'session.missing': 401,
  'session.wrong-credentials': 401,
  'access.denied': 403,
  'person.login-taken': 409,
  'person.not-found': 404,
  'person.consent-required': 422,
  'person.wrong-password': 403,
  'place.not-found': 404,
  'place.not-current': 422,
  'organisation.not-found': 404,
  'grant.not-found': 404,
  'grant.exists': 409,
  'grant.scope-invalid': 422,
  'grant.last-admin': 409,
  'course.not-found': 404,
  'course.not-published': 409,
  'lesson.not-found': 404,
  'draft.changed': 409,
  'draft.unchanged': 409,
  'draft.incomplete': 422,
  'file.not-found': 404,
  'file.range-invalid': 416,
  'enrolment.not-found': 404,
  'progress.block-unknown': 422,
  'progress.event-mismatch': 422,
  'quiz.locked': 409,
  'quiz.no-attempts-left': 409,
  'quiz.pause': 409,
  'attempt.not-found': 404,
  'attempt.closed': 409,
  'attempt.not-submitted': 409,
  'attempt.question-unknown': 422,
  'attempt.option-unknown': 422,
  'certificate.not-found': 404,
  'certificate.not-eligible': 409,
  'certificate.already-revoked': 409,
  'cohort.not-found': 404,
  'cohort.window-invalid': 422,
  'cohort.scope-invalid': 422,
  'service.unavailable': 503,
  'service.failed': 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** One place in the request that was refused: where (JSON path) and why, in English for developers. */
export const ProblemIssue = z.object({ path: z.string(), message: z.string() });
export type ProblemIssue = z.infer<typeof ProblemIssue>;

/** The body of every refusal, `application/problem+json` (RFC 9457). `retryAt` says when trying again makes sense. */
export const ProblemBody = z.object({
  code: z.enum(problemCodes),
  title: z.string(),
  status: z.int(),
  issues: z.array(ProblemIssue).optional(),
  retryAt: z.iso.datetime().optional(),
  requestId: z.string().optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;
