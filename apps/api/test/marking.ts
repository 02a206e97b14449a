// Learners who have written essays or answered questions, and the people who mark them; all of it through HTTP.
import { randomUUID } from 'node:crypto';
import type { CorrectionWish, Question } from '@onetouch/contract';
import type { MarkedAttempt } from '@onetouch/domain';
import { AttemptAnswerEntity } from '../src/quizzes/attempt-answer.entity.js';
import { AttemptEntity } from '../src/quizzes/attempt.entity.js';
import { PaperEntity } from '../src/quizzes/paper.entity.js';
import type { Client, TestApp } from './app.js';
import { createEnrolment } from './enrolments.js';
import { createCourse, createPerson, question, type TestCourse } from './factories.js';
import { essay, finishLesson, quizCourse, type QuizLearner, quizLearner, save } from './quizzes.js';

interface Rule {
  markers?: number;
  markGapPercent?: number;
  passPercent?: number;
  attemptsAllowed?: number;
  feedback?: 'after-submit' | 'never';
}

/** A course with one essay of two points and one question of one point; both are on every paper. */
export async function essayCourse(test: TestApp, rule: Rule = {}, essays = 1): Promise<TestCourse> {
  const questions = (review: string): Question[] => [
    ...Array.from({ length: essays }, () => essay(review)),
    question(review),
  ];
  const document = quizCourse({ rule: { draw: essays + 1, passPercent: 75, ...rule }, questions });
  return createCourse(test, { document });
}

/** A course with a quiz of single questions, all of them on every paper; `r` is right. */
export async function choiceCourse(test: TestApp, count: number, rule: Rule = {}): Promise<TestCourse> {
  const questions = (review: string) => Array.from({ length: count }, () => question(review));
  return createCourse(test, {
    document: quizCourse({ rule: { draw: count, passPercent: 50, ...rule }, questions }),
  });
}

/** The trainer of the course. */
export const trainerOf = (test: TestApp, course: TestCourse) => test.as({ id: course.ownerId });

/** Somebody else who may edit every course: markers beside the trainer. */
export async function createMarker(test: TestApp, fullName = 'Phạm Quản Trị'): Promise<Client> {
  return test.as(await createPerson(test, { fullName, roles: [{ role: 'admin' }] }));
}

export interface HandedInEssay {
  learner: QuizLearner;
  attemptId: string;
  essayIds: string[];
}

/** A learner of the course hands in the essays and a right answer to everything else. */
export async function writeEssay(
  test: TestApp,
  course: TestCourse,
  words = 'Bốn chữ ở đây.',
): Promise<HandedInEssay> {
  const learner = await quizLearner(test, course);
  const { body: attempt } = await learner.start();
  const essayIds: string[] = [];
  for (const { id, kind } of attempt.questions as { id: string; kind: string }[]) {
    const isEssay = kind === 'essay';
    if (isEssay) essayIds.push(id);
    const answer = isEssay ? { optionIds: [], text: words } : { optionIds: ['r'] };
    await save(learner.client, attempt.id, id, { ...answer, sequence: 1 });
  }
  await learner.client.post(`/attempts/${attempt.id}/submit`);
  return { learner, attemptId: attempt.id, essayIds };
}

export interface Sat {
  learner: QuizLearner;
  attemptId: string;
}

/** A learner of the course hands in: `chosen` by question of the document, `r` where nothing else is said. */
export async function sit(
  test: TestApp,
  course: TestCourse,
  chosen: Record<number, string> = {},
  wish: { isFinished?: boolean } = {},
): Promise<Sat> {
  const learner = await quizLearner(test, course);
  if (wish.isFinished) await finishLesson(learner);
  const { body: attempt } = await learner.start();
  for (const [index, { id }] of learner.quiz.questions.entries()) {
    const optionIds = [chosen[index] ?? 'r'].filter((option) => option !== '-');
    await save(learner.client, attempt.id, id, { optionIds, sequence: 1 });
  }
  await learner.client.post(`/attempts/${attempt.id}/submit`);
  return { learner, attemptId: attempt.id };
}

/** Where corrections and statistics of the only quiz of a course are. */
export function quizPathOf(course: TestCourse): string {
  const quiz = course.document.modules[0]?.lessons.find(({ kind }) => kind === 'quiz');
  return `/courses/${course.id}/quizzes/${quiz?.id}`;
}

/** The question of that place in the document. */
export function questionAt(course: TestCourse, index: number): Question {
  const quiz = course.document.modules[0]?.lessons.find((lesson) => lesson.kind === 'quiz');
  const found = quiz?.kind === 'quiz' ? quiz.questions[index] : undefined;
  if (!found) throw new Error(`no question ${index}`);
  return found;
}

/** Previews and applies; the body of the correction. */
export async function correct(client: Client, course: TestCourse, wish: CorrectionWish) {
  const path = `${quizPathOf(course)}/corrections`;
  const { body: preview } = await client.post(`${path}/preview`).send({ wish });
  const body = { wish, reason: 'Câu hỏi sai.', fingerprint: preview.fingerprint };
  return (await client.post(path).send(body)).body;
}

/** So many other people with the same attempt and answers, each enrolled with the same lessons done; straight to the tables. */
export async function cloneAttempt(test: TestApp, attemptId: string, count: number): Promise<void> {
  const copy = async (table: string, changed: Record<string, string>, where: string) => {
    const columns: { name: string }[] = await test.database.source.query(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1',
      [table],
    );
    const names = columns.map(({ name }) => name);
    await test.database.source.query(
      `INSERT INTO ${table} (${names.join()}) SELECT ${names.map((name) => changed[name] ?? `o.${name}`).join()}
        FROM ${table} o, generate_series(1, $2::integer) n WHERE ${where}`,
      [attemptId, count],
    );
  };
  // Version and variant as a uuid has them.
  const id = (kind: string) =>
    `overlay(overlay(md5('${kind}' || $1::text || n) placing '4' from 13) placing '8' from 17)::uuid`;
  const own = '(SELECT a.enrolment_id FROM attempt a WHERE a.id = $1::uuid)';
  const person = '(SELECT a.person_id FROM attempt a WHERE a.id = $1::uuid)';
  await copy('person', { id: id('p'), email: "o.id || 'x' || n", phone: 'NULL' }, `o.id = ${person}`);
  await copy('enrolment', { id: id('e'), person_id: id('p') }, `o.id = ${own}`);
  await copy('lesson_progress', { enrolment_id: id('e') }, `o.enrolment_id = ${own}`);
  await copy('attempt', { id: id('a'), enrolment_id: id('e'), person_id: id('p') }, 'o.id = $1::uuid');
  await copy('attempt_answer', { attempt_id: id('a') }, 'o.attempt_id = $1::uuid');
}

/** Marked attempts of people of their own, straight to the tables: a paper for all, and a mark question by question for each. */
export async function storeMarked(
  test: TestApp,
  course: TestCourse,
  attempts: readonly MarkedAttempt[],
): Promise<void> {
  const quiz = course.document.modules[0]?.lessons.find(({ kind }) => kind === 'quiz');
  const { manager } = test.database.source;
  const now = new Date();
  const paperId = randomUUID();
  const ids = quiz?.kind === 'quiz' ? quiz.questions.map(({ id }) => id) : [];
  await manager.insert(PaperEntity, {
    ...{ id: paperId, versionId: course.versionId, lessonId: quiz?.id, seed: 'x', createdAt: now },
    ...{ paper: { questions: [], possiblePoints: 0, neededPoints: 0, neededCount: 0 }, questionIds: ids },
  });
  for (const { points, possiblePoints, hasPassed, questions } of attempts) {
    const person = await createPerson(test);
    const enrolmentId = await createEnrolment(test, { personId: person.id, course });
    const attemptId = randomUUID();
    await manager.insert(AttemptEntity, {
      ...{ id: attemptId, enrolmentId, personId: person.id, versionId: course.versionId, paperId },
      ...{ lessonId: quiz?.id, number: 1, rule: {} as never, neededPoints: 5_000, possiblePoints, points },
      ...{ hasPassed, startedAt: now, submittedAt: now, markedAt: now, closedBy: 'learner' as const },
      result: {
        ...{ points, possiblePoints, neededPoints: 5_000, hasPassed, rightCount: 0, pending: [] },
        questionCount: questions.length,
        questions: questions.map(({ id, points, maxPoints, chosen }) => ({
          ...{ id, points, chosen: [...chosen], possiblePoints: maxPoints },
          ...{ correct: [], isRight: points === maxPoints, correction: null },
        })),
      } as never,
    });
    const essays = questions.filter(({ chosen, isAnswered }) => isAnswered && chosen.length === 0);
    for (const { id } of essays)
      await manager.insert(AttemptAnswerEntity, {
        ...{ attemptId, questionId: id, optionIds: [], sequence: 1, savedAt: now, text: 'Có.' },
      });
  }
}
