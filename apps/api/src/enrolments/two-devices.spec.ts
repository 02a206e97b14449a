// One learner on two devices in the same moment: neither waits for the other until the database gives one of them up.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  textBlock,
} from '../../test/factories.js';

const test = useTestApp();

describe('a lesson that one device begins while another finishes it', () => {
  it('is done for both, and neither is refused', async () => {
    const [first, second] = [textBlock(), textBlock()];
    const lesson = contentLesson([first, second]);
    const document = courseDocument({
      modules: [{ id: randomUUID(), title: { vi: 'Phần', en: 'Part' }, lessons: [lesson] }],
    });
    const course = await createCourse(test, { document });
    const seen = (blockId: string) => ({
      id: randomUUID(),
      kind: 'seen',
      blockId,
      occurredAt: '2026-11-20T02:00:00Z',
    });
    const statuses = new Set<number>();
    for (let round = 0; round < 40; round += 1) {
      const client = await test.as(await createPerson(test));
      const { body } = await client.post('/enrolments').send({ courseId: course.id });
      const send = (...events: object[]) =>
        client.post(`/enrolments/${body.id}/lessons/${lesson.id}/events`).send({ events });
      const answers = await Promise.all([
        send(seen(first.id)),
        send(seen(first.id), seen(second.id)),
        send(seen(second.id)),
        send(seen(first.id), seen(second.id)),
      ]);
      for (const answer of answers) statuses.add(answer.status);
      expect((await client.get(`/enrolments/${body.id}`)).body.completedAt).not.toBeNull();
    }
    expect([...statuses]).toEqual([200]);
  });
});
