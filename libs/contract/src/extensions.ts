// More time or more attempts for one person, with a reason and an author. For quizzes outside an exam; an exam has its own board.
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { limits } from './limits.js';
import { Id, page, PageQuery, text, Time } from './wire.js';

export const Extension = z.object({
  id: Id,
  enrolmentId: Id,
  fullName: z.string(),
  minutes: z.int(),
  attempts: z.int(),
  reason: z.string(),
  authorName: z.string(),
  grantedAt: Time,
});
export type Extension = z.infer<typeof Extension>;

const quizParams = z.object({ courseId: Id, lessonId: Id });

export const extensions = {
  list: endpoint({
    method: 'GET',
    path: '/courses/:courseId/quizzes/:lessonId/extensions',
    access: 'trainer',
    summary: 'Extensions of a quiz of an own course, the newest first.',
    params: quizParams,
    query: z.object({ ...PageQuery }),
    response: page(Extension),
    refuses: ['course.not-found', 'lesson.not-found'],
  }),
  grant: endpoint({
    method: 'POST',
    path: '/courses/:courseId/quizzes/:lessonId/extensions',
    access: 'trainer',
    summary:
      'Gives one learner more minutes, more attempts or both; a running attempt gets its minutes at once. The same `id` with the same content counts once.',
    params: quizParams,
    body: z.strictObject({
      id: Id,
      /** E-mail or phone of the learner. */
      login: text(limits.emailLength, 3),
      minutes: z.int().min(0).max(limits.extraMinutes),
      attempts: z.int().min(0).max(limits.attemptsAllowed),
      reason: text(limits.reasonLength, 3),
    }),
    response: Extension,
    refuses: [
      'course.not-found',
      'lesson.not-found',
      'person.not-found',
      'enrolment.not-found',
      'extension.empty',
      'request.id-taken',
    ],
  }),
};
