// Many begin a test in the first second of an instance that has read no course yet: nobody waits for a connection that another one holds.
import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../test/app.js';
import { createEnrolment } from '../../test/enrolments.js';
import { courseDocument, createCourse, createPerson } from '../../test/factories.js';

const test = useTestApp();

describe('a rush', () => {
  it('of learners who begin a test right after a restart gets through', async () => {
    const document = courseDocument();
    const quiz = document.modules
      .flatMap((module) => module.lessons)
      .find((lesson) => lesson.kind === 'quiz');
    const course = await createCourse(test, { document });
    const learners = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const person = await createPerson(test);
        const client = await test.as(person);
        await client.get('/me/consents');
        return { client, enrolmentId: await createEnrolment(test, { personId: person.id, course }) };
      }),
    );
    const answers = await Promise.all(
      learners.map(({ client, enrolmentId }) =>
        client.post(`/enrolments/${enrolmentId}/quizzes/${quiz?.id}/attempts`),
      ),
    );
    expect([...new Set(answers.map(({ body }) => body.code ?? 'begun'))]).toEqual(['quiz.locked']);
  });
});
