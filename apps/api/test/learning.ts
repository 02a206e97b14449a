// Learners at their lessons: enrolled and saving what they did, through HTTP.
import { randomUUID } from 'node:crypto';
import type { ContentLesson } from '@onetouch/contract';
import type { Client, TestApp } from './app.js';
import { createCourse, createPerson, type TestCourse } from './factories.js';

export function contentLessons(course: TestCourse): ContentLesson[] {
  return course.document.modules
    .flatMap((module) => module.lessons)
    .flatMap((lesson) => (lesson.kind === 'content' ? [lesson] : []));
}

export const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 2, 0, second)).toISOString();
export const seen = (blockId: string, second = 1) => ({
  id: randomUUID(),
  kind: 'seen',
  blockId,
  occurredAt: at(second),
});
export const position = (blockId: string, second: number) => ({
  id: randomUUID(),
  kind: 'position',
  blockId,
  occurredAt: at(second),
});
export const watched = (blockId: string, intervals: number[][]) => ({
  id: randomUUID(),
  kind: 'watched',
  blockId,
  occurredAt: at(2),
  intervals,
});
export const answered = (blockId: string, optionIds = ['b2']) => ({
  id: randomUUID(),
  kind: 'answered',
  blockId,
  occurredAt: at(3),
  optionIds,
});

export function eventsFor(lesson: ContentLesson): object[] {
  return lesson.blocks.flatMap((block): object[] => {
    if (block.type === 'text') return [seen(block.id)];
    if (block.type === 'video') return [watched(block.id, [[0, block.durationSeconds]])];
    return block.type === 'check' ? [answered(block.id)] : [];
  });
}

export const send = (client: Client, enrolmentId: string, lessonId: string, events: object[]) =>
  client.post(`/enrolments/${enrolmentId}/lessons/${lessonId}/events`).send({ events });

/** People in courses, and what is kept of their progress. */
export function learning(test: TestApp) {
  async function enrolled(course?: TestCourse) {
    const person = await createPerson(test);
    const client = await test.as(person);
    const pinned = course ?? (await createCourse(test));
    const { body } = await client.post('/enrolments').send({ courseId: pinned.id });
    return { person, client, course: pinned, enrolmentId: String(body.id) };
  }

  async function rowOf(enrolmentId: string, lessonId: string) {
    return test.database.row<{ revision: number; state: unknown; done_at: Date | null }>(
      {
        name: 'spec.progress',
        text: 'SELECT revision, state, done_at FROM lesson_progress WHERE enrolment_id = $1 AND lesson_id = $2',
      },
      [enrolmentId, lessonId],
    );
  }

  return { enrolled, rowOf };
}
