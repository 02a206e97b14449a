// Learners in small courses with a quiz, and what they do there through HTTP.
import { randomUUID } from 'node:crypto';
import type { ContentLesson, CourseDocument, Question, QuizGate, QuizLesson } from '@onetouch/contract';
import type { Client, TestApp } from './app.js';
import {
  contentLesson,
  courseDocument,
  createCourse,
  createPerson,
  quizLesson,
  type TestCourse,
} from './factories.js';

export interface PaperQuestion {
  id: string;
  kind: string;
  options: { id: string }[];
}

interface QuizWish {
  rule?: Partial<QuizLesson['rule']>;
  questions?: (review: string) => Question[];
  gate?: QuizGate;
}

/** One content lesson and one quiz, open from the beginning unless wished otherwise. */
export function quizCourse({ rule = {}, questions, gate }: QuizWish = {}): CourseDocument {
  const lesson = contentLesson();
  const quiz = quizLesson(lesson.id, { requiresLessons: false, ...rule });
  const wished = questions ? { ...quiz, questions: questions(lesson.id) } : quiz;
  const gated = gate ? { ...wished, gate } : wished;
  return courseDocument({
    modules: [{ id: randomUUID(), title: { vi: 'Phần', en: 'Part' }, lessons: [lesson, gated] }],
  });
}

/** An essay of two points, by one criterion. */
export function essay(review: string): Question {
  return {
    id: randomUUID(),
    kind: 'essay',
    prompt: 'Viết vài dòng.',
    options: [],
    correct: [],
    explanation: 'Nói đủ ý.',
    points: 2_000,
    review,
    essay: { maxWords: 200, rubric: [{ id: 'y', title: 'Ý', description: '', points: 2_000 }] },
  };
}

export interface QuizLearner {
  person: { id: string; email: string | null };
  client: Client;
  course: TestCourse;
  enrolmentId: string;
  lesson: ContentLesson;
  quiz: QuizLesson;
  quizPath: string;
  start(body?: object): ReturnType<Client['post']>;
}

/** A person enrolled in the course of that document, or in a course that others are in already. */
export async function quizLearner(
  test: TestApp,
  at: CourseDocument | TestCourse = quizCourse(),
): Promise<QuizLearner> {
  const course = 'document' in at ? at : await createCourse(test, { document: at });
  const person = await createPerson(test);
  const client = await test.as(person);
  const { body } = await client.post('/enrolments').send({ courseId: course.id });
  const [lesson, quiz] = course.document.modules[0]?.lessons ?? [];
  if (lesson?.kind !== 'content' || quiz?.kind !== 'quiz')
    throw new Error('a course for learners of a quiz has a lesson and a quiz');
  const enrolmentId = String(body.id);
  const quizPath = `/enrolments/${enrolmentId}/quizzes/${quiz.id}`;
  return {
    ...{ person, client, course, enrolmentId, lesson, quiz, quizPath },
    start: (sent = {}) => client.post(`${quizPath}/attempts`).send(sent),
  };
}

/** Sends one answer. */
export const save = (client: Client, attemptId: string, questionId: string, body: object) =>
  client.put(`/attempts/${attemptId}/answers/${questionId}`).send(body);

/** Answers the first `rightCount` questions right and the others wrong. */
export async function answerAll(
  client: Client,
  attempt: { id: string; questions: PaperQuestion[] },
  rightCount: number,
): Promise<void> {
  for (const [index, question] of attempt.questions.entries()) {
    await save(client, attempt.id, question.id, {
      optionIds: [index < rightCount ? 'r' : 'w1'],
      sequence: 1,
    });
  }
}

/** A whole attempt: started, answered, handed in; the body of its result. */
export async function attempted({ client, start }: QuizLearner, rightCount: number) {
  const { body } = await start();
  await answerAll(client, body, rightCount);
  await client.post(`/attempts/${body.id}/submit`);
  return (await client.get(`/attempts/${body.id}/result`)).body;
}

/** As many more like this one, each in an exam of its own, ending at `deadlineAt`; those that are paused were stopped at the begin. */
export function multiplyAttempt(
  test: TestApp,
  attemptId: string,
  { count, deadlineAt, isPaused = false }: { count: number; deadlineAt: Date; isPaused?: boolean },
): Promise<unknown> {
  return test.database.source.query(
    `INSERT INTO attempt (id, enrolment_id, lesson_id, number, rule, needed_points, possible_points, started_at, paper_id, person_id,
        version_id, exam_id, deadline_at, paused_at)
      SELECT uuidv7(), enrolment_id, lesson_id, number, rule, needed_points, possible_points, started_at, paper_id, person_id,
        version_id, uuidv7(), $3, CASE WHEN $4::boolean THEN started_at END
      FROM attempt, generate_series(1, $2::integer) WHERE id = $1`,
    [attemptId, count, deadlineAt, isPaused],
  );
}

/** Does everything in the content lesson. */
export async function finishLesson({ client, enrolmentId, lesson }: QuizLearner): Promise<void> {
  const blockId = lesson.blocks[0]?.id ?? '';
  const events = [{ id: randomUUID(), kind: 'seen', blockId, occurredAt: new Date().toISOString() }];
  await client.post(`/enrolments/${enrolmentId}/lessons/${lesson.id}/events`).send({ events });
}
