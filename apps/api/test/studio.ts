// A trainer at the desk with a published course, and what is done there.
import { randomUUID } from 'node:crypto';
import type { CourseDocument, Draft } from '@onetouch/contract';
import type { Client, TestApp } from './app.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  quizLesson,
  textBlock,
} from './factories.js';

/** A document that can be published: no file that is not stored. */
export function completeDocument(wish: Partial<CourseDocument> = {}): CourseDocument {
  const lesson = contentLesson([textBlock()], 'Bài một');
  const module = {
    id: randomUUID(),
    title: { vi: 'Phần một', en: 'Part one' },
    lessons: [lesson, quizLesson(lesson.id)],
  };
  return courseDocument({ modules: [module], ...wish });
}

/** A trainer with a course, version 1 of which is the draft. */
export async function createDesk(test: TestApp, document = completeDocument()) {
  const owner = await createPerson(test, { fullName: 'Trần Thị Giảng', roles: [{ role: 'trainer' }] });
  const course = await createCourse(test, { ownerId: owner.id, document });
  return { owner, course, client: await test.as(owner) };
}

export const retitled = (document: CourseDocument, vi: string): CourseDocument => ({
  ...document,
  title: { vi, en: vi },
});

/** Saves over the first revision, as every desk that has only just been opened does. */
export function save(client: Client, course: { id: string }, document: CourseDocument) {
  return client.put(`/studio/courses/${course.id}/draft`).send({ revision: 1, document });
}

export function publish(client: Client, course: { id: string }, revision: number) {
  return client.post(`/studio/courses/${course.id}/versions`).send({ revision });
}

export async function read(client: Client, course: { id: string }): Promise<Draft> {
  return (await client.get(`/studio/courses/${course.id}`)).body;
}
