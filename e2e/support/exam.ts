// Setting the scene of an exam by the coordinator's own requests: a cohort, its rooms, seats and papers, with a start in a few seconds.
import { randomUUID } from 'node:crypto';
import type {
  BoardCandidate,
  CohortRow,
  ExamDetail,
  ExamEvent,
  ExamRoom,
  ExamRule,
  PaperQuestion,
  Sitting,
  SittingStart,
} from '@onetouch/contract';
import { type APIResponse, expect, type Page } from '@playwright/test';
import { onDatabase, readCourse, rightAnswers } from './courses.js';
import type { Actor, Requests } from './people.js';

export const laoCai = 'p34-15';
export const hopThanh = 'c-02680';

/** A short paper, a quarter of an hour, results by a person. */
export const shortRule: ExamRule = {
  draw: 6,
  passPercent: 50,
  attemptsAllowed: 1,
  pauseMinutes: 0,
  timeLimitMinutes: 15,
};

interface Wish {
  coordinator: Requests;
  /** Who sits it: the people of each room, by the room's name. */
  rooms: readonly { name: string; learners: readonly Actor[]; invigilator?: Actor }[];
  startsInSeconds: number;
  rule?: Partial<ExamRule>;
  release?: ExamDetail['release'];
  /** Of the course; the one for residents unless another one is named. */
  slug?: string;
}

async function answerOf<T>(answer: APIResponse): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const post = async <T>({ api }: Requests, path: string, data: object = {}) =>
  answerOf<T>(await api.post(`/api/v1${path}`, { data }));
const get = async <T>({ api }: Requests, path: string) => answerOf<T>(await api.get(`/api/v1${path}`));

const secondsFromNow = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

/** A cohort of Lào Cai with these people in it. */
async function gather(coordinator: Requests, courseId: string, learners: readonly Actor[]): Promise<string> {
  const name = `Đợt thi thử ${randomUUID().slice(0, 8)}`;
  const times = { opensAt: secondsFromNow(-3_600), closesAt: secondsFromNow(30 * 86_400) };
  const cohort = await post<CohortRow>(coordinator, '/cohorts', {
    name,
    courseId,
    placeId: laoCai,
    ...times,
  });
  await post(coordinator, `/cohorts/${cohort.id}/members`, { logins: learners.map(({ login }) => login) });
  return cohort.id;
}

async function seat(coordinator: Requests, examId: string, rooms: Wish['rooms']): Promise<ExamDetail> {
  const bodies = rooms.map(({ name, learners, invigilator }) => ({
    ...{ name, placeId: null, capacity: learners.length + 5 },
    invigilatorLogin: invigilator?.login ?? '',
  }));
  const exam = await post<ExamDetail>(coordinator, `/exams/${examId}/rooms`, { rooms: bodies });
  const { items } = await get<{ items: BoardCandidate[] }>(coordinator, `/exams/${examId}/candidates`);
  for (const { name, learners } of rooms)
    for (const { fullName } of learners) {
      const candidate = items.find((one) => one.fullName === fullName);
      const data = { roomId: roomOf(exam, name).id };
      await answerOf(
        await coordinator.api.put(`/api/v1/exams/${examId}/candidates/${candidate?.id}/room`, { data }),
      );
    }
  return exam;
}

/** The room of that name. */
export function roomOf(exam: ExamDetail, name: string): ExamRoom {
  const room = exam.rooms.find((one) => one.name === name);
  if (!room) throw new Error(`${exam.name} has no room ${name}`);
  return room;
}

/** An exam whose check-in is open, with everybody in the own room and every paper drawn and sealed. */
export async function planExam({ coordinator, rooms, startsInSeconds, rule, release, slug }: Wish) {
  const { id: courseId } = await readCourse(coordinator, slug);
  const cohortId = await gather(
    coordinator,
    courseId,
    rooms.flatMap(({ learners }) => learners),
  );
  const { id } = await post<ExamDetail>(coordinator, '/exams', {
    name: `Kỳ thi thử ${randomUUID().slice(0, 8)}`,
    ...{ courseId, placeId: laoCai, cohortIds: [cohortId], release: release ?? 'by-person' },
    checkInOpensAt: secondsFromNow(-60),
    startsAt: secondsFromNow(startsInSeconds),
    closesAt: secondsFromNow(startsInSeconds + 1_800),
    rule: { ...shortRule, ...rule },
    spreadSeconds: 1,
  });
  await seat(coordinator, id, rooms);
  await post(coordinator, `/exams/${id}/prepare`);
  const drawn = async () => (await readExam(coordinator, id)).preparedCount;
  const everybody = rooms.reduce((sum, { learners }) => sum + learners.length, 0);
  await expect.poll(drawn, { message: 'every paper is drawn', intervals: [300] }).toBe(everybody);
  return readExam(coordinator, id);
}

/** Lets an exam of later begin in a moment, once everybody is ready: on no machine is anybody late. */
export async function beginSoon(examId: string): Promise<void> {
  await onDatabase(`UPDATE exam SET starts_at = now() + interval '3 seconds' WHERE id = $1`, [examId]);
}

/** Has the page ask what has changed, as when the network is back, until it has noticed. */
export async function wakeUntil(
  page: Page,
  hasNoticed: (options: { timeout: number }) => Promise<void>,
): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => void dispatchEvent(new Event('online')));
    await hasNoticed({ timeout: 10_000 });
  }).toPass();
}

/** The exam as those who run it see it. */
export const readExam = (coordinator: Requests, id: string) => get<ExamDetail>(coordinator, `/exams/${id}`);

/** What the record of the exam says, the newest first. */
export async function readRecord(actor: Requests, examId: string): Promise<ExamEvent[]> {
  return (await get<{ items: ExamEvent[] }>(actor, `/exams/${examId}/events`)).items;
}

/** The own places in exams. */
export async function readSittings(actor: Requests): Promise<Sitting[]> {
  return (await get<{ items: Sitting[] }>(actor, '/sittings')).items;
}

/** Checks in by the person's own request. */
export const checkIn = (actor: Requests, code: string) => post<Sitting>(actor, '/check-in', { code });

/** Begins as soon as the exam does, by the person's own requests: the attempt with its questions. */
export async function startSitting(actor: Requests, sitting: Sitting) {
  const ask = () =>
    actor.api.post(`/api/v1/sittings/${sitting.id}/start`, { data: { needsQuestions: true } });
  await expect.poll(async () => (await ask()).status(), { intervals: [300], timeout: 60_000 }).toBe(200);
  const { attemptId, questions } = await answerOf<SittingStart>(await ask());
  return { attemptId, questions: questions ?? [] };
}

/** Answers the questions at these places rightly and the others wrongly, and hands in, by the person's own requests. */
export async function sitThrough(
  actor: Requests,
  { attemptId, questions }: { attemptId: string; questions: PaperQuestion[] },
  isRight: (place: number) => boolean,
): Promise<void> {
  const keys = await rightAnswers(attemptId);
  for (const [place, question] of questions.entries()) {
    const key = keys.get(question.id) ?? [];
    const chosen = question.options.filter(({ text }) => key.includes(text) === isRight(place));
    const count = question.kind === 'multiple' && isRight(place) ? chosen.length : 1;
    const data = { optionIds: chosen.slice(0, count).map(({ id }) => id), sequence: 1 };
    await answerOf(await actor.api.put(`/api/v1/attempts/${attemptId}/answers/${question.id}`, { data }));
  }
  await post(actor, `/attempts/${attemptId}/submit`);
}
