// Setting a scene in a course by the person's own requests: enrolled, lessons done, right answers known.
import { randomUUID } from 'node:crypto';
import type {
  Attempt,
  Certificate,
  ContentLesson,
  CoursePage,
  EnrolmentDetail,
  OutlineLesson,
} from '@onetouch/contract';
import pg from 'pg';
import type { Requests } from './people.js';

export const courseSlug = 'dien-thoai-an-toan-dich-vu-cong';

async function read<T>(actor: Requests, path: string): Promise<T> {
  const answer = await actor.api.get(`/api/v1${path}`);
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
  return (await answer.json()) as T;
}

export const readCourse = (actor: Requests, slug = courseSlug) => read<CoursePage>(actor, `/courses/${slug}`);

/** Enrols the person; the answer knows the outline and the state of each lesson. */
export async function enrol(actor: Requests, slug = courseSlug): Promise<EnrolmentDetail> {
  const { id: courseId } = await readCourse(actor, slug);
  const answer = await actor.api.post('/api/v1/enrolments', { data: { courseId } });
  return (await answer.json()) as EnrolmentDetail;
}

export const readEnrolment = (actor: Requests, id: string) =>
  read<EnrolmentDetail>(actor, `/enrolments/${id}`);

/** Lessons of one kind in the order of the course. */
export function lessonsOf(enrolment: EnrolmentDetail, kind: OutlineLesson['kind']): OutlineLesson[] {
  return enrolment.outline.flatMap((module) => module.lessons).filter((lesson) => lesson.kind === kind);
}

function eventsFor(lesson: ContentLesson): object[] {
  return lesson.blocks.flatMap((block): object[] => {
    const event = { id: randomUUID(), blockId: block.id, occurredAt: new Date().toISOString() };
    if (block.type === 'text') return [{ ...event, kind: 'seen' }];
    if (block.type === 'video')
      return [{ ...event, kind: 'watched', intervals: [[0, block.durationSeconds]] }];
    return block.type === 'check' ? [{ ...event, kind: 'answered', optionIds: block.question.correct }] : [];
  });
}

/** Does content lessons as the page would report them: all of them, or all but the last `leave`. */
export async function learnLessons(actor: Requests, enrolment: EnrolmentDetail, leave = 0): Promise<void> {
  const lessons = lessonsOf(enrolment, 'content');
  for (const { id } of lessons.slice(0, lessons.length - leave)) {
    const { lesson } = await read<{ lesson: ContentLesson }>(
      actor,
      `/enrolments/${enrolment.id}/lessons/${id}`,
    );
    const data = { events: eventsFor(lesson) };
    const answer = await actor.api.post(`/api/v1/enrolments/${enrolment.id}/lessons/${id}/events`, { data });
    if (!answer.ok()) throw new Error(`saving progress answered ${answer.status()}`);
  }
}

/** One statement on the database of the installation under test, for what only time or an insider could do. */
export async function onDatabase<R extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The texts of the right options of each question on a paper, by question id. */
export async function rightAnswers(attemptId: string): Promise<Map<string, string[]>> {
  type Paper = { questions: { id: string; correct: string[]; options: { id: string; text: string }[] }[] };
  const [row] = await onDatabase<{ paper: Paper }>(
    'SELECT p.paper FROM attempt a JOIN paper p ON p.id = a.paper_id WHERE a.id = $1',
    [attemptId],
  );
  return new Map(
    (row?.paper.questions ?? []).map(({ id, correct, options }) => [
      id,
      options.filter((option) => correct.includes(option.id)).map((option) => option.text),
    ]),
  );
}

/** Takes the test by the person's own requests, all right or all wrong, and answers the attempt's id. */
export async function takeTest(
  actor: Requests,
  enrolment: EnrolmentDetail,
  are: 'right' | 'wrong',
): Promise<string> {
  const { id, questions } = await startTest(actor, enrolment);
  const right = await rightAnswers(id);
  for (const question of questions) {
    const key = right.get(question.id) ?? [];
    const chosen = question.options.filter(({ text }) => key.includes(text) === (are === 'right'));
    const optionIds = (question.kind === 'multiple' ? chosen : chosen.slice(0, 1)).map((option) => option.id);
    const data = { optionIds, sequence: 1 };
    const answer = await actor.api.put(`/api/v1/attempts/${id}/answers/${question.id}`, { data });
    if (!answer.ok()) throw new Error(`saving an answer answered ${answer.status()}`);
  }
  const answer = await actor.api.post(`/api/v1/attempts/${id}/submit`);
  if (!answer.ok()) throw new Error(`handing in answered ${answer.status()}`);
  return id;
}

/** Opens an attempt at the first test of the course by the person's own request. */
export async function startTest(actor: Requests, enrolment: EnrolmentDetail): Promise<Attempt> {
  const [quiz] = lessonsOf(enrolment, 'quiz');
  const answer = await actor.api.post(`/api/v1/enrolments/${enrolment.id}/quizzes/${quiz?.id}/attempts`);
  if (!answer.ok()) throw new Error(`starting the test answered ${answer.status()}`);
  return (await answer.json()) as Attempt;
}

/** Claims the certificate of a completed course by the person's own request. */
export async function claimCertificate(actor: Requests, enrolment: EnrolmentDetail): Promise<Certificate> {
  const answer = await actor.api.post(`/api/v1/enrolments/${enrolment.id}/certificate`);
  if (!answer.ok()) throw new Error(`claiming answered ${answer.status()}`);
  return (await answer.json()) as Certificate;
}
