// A morning of an exam in Lào Cai: a coordinator, a course, a cohort and an exam, planned and filled through HTTP.
import { createDecipheriv } from 'node:crypto';
import type { ExamDetail, exams, InputOf, PaperQuestion, Sitting } from '@onetouch/contract';
import { ExamPapers } from '../src/exams/exam-papers.js';
import type { Client, TestApp } from './app.js';
import { addToCohort, createCohort } from './cohorts.js';
import { courseDocument, createCourse, createPerson, type TestCourse } from './factories.js';

/** Lào Cai. */
export const homeProvince = 'p34-15';

export const morning = {
  planned: '2026-11-20T02:00:00.000Z',
  checkInOpensAt: '2026-11-21T00:30:00.000Z',
  startsAt: '2026-11-21T01:00:00.000Z',
  closesAt: '2026-11-21T03:00:00.000Z',
};

export const examRule = {
  draw: 4,
  passPercent: 75,
  attemptsAllowed: 1,
  pauseMinutes: 0,
  timeLimitMinutes: 60,
};

type PlanBody = InputOf<typeof exams.create>['body'];

export interface ExamDay {
  coordinator: Client;
  coordinatorId: string;
  course: TestCourse;
  cohortId: string;
  people: { id: string; fullName: string }[];
  exam: ExamDetail;
}

interface DayWish {
  people?: number;
  plan?: Partial<PlanBody>;
  rule?: Partial<PlanBody['rule']>;
  course?: TestCourse;
}

/** The body that plans an exam of a course for a cohort. */
export function planOf(course: TestCourse, cohortId: string, wish: Partial<PlanBody> = {}) {
  const { checkInOpensAt, startsAt, closesAt } = morning;
  return {
    name: 'Kỳ thi kỹ năng số',
    courseId: course.id,
    placeId: homeProvince,
    checkInOpensAt,
    startsAt,
    closesAt,
    rule: examRule,
    release: 'at-once' as const,
    spreadSeconds: 20,
    cohortIds: [cohortId],
    ...wish,
  };
}

/** People of the province on a cohort, and an exam for them, the day before. */
export async function createExamDay(test: TestApp, wish: DayWish = {}): Promise<ExamDay> {
  test.clock.set(morning.planned);
  const staff = await createPerson(test, {
    fullName: 'Điều phối',
    roles: [{ role: 'coordinator', placeId: homeProvince }],
  });
  const course = wish.course ?? (await createCourse(test, { document: courseDocument() }));
  const { id: cohortId } = await createCohort(test, { course, placeId: homeProvince });
  const people = [];
  for (let index = 0; index < (wish.people ?? 3); index += 1)
    people.push(
      await createPerson(test, {
        fullName: `Lý Thí Sinh ${String(index + 1).padStart(3, '0')}`,
        placeId: homeProvince,
      }),
    );
  if (people.length > 0)
    await addToCohort(
      test,
      cohortId,
      people.map((person) => person.id),
    );
  const coordinator = await test.as(staff);
  const body = planOf(course, cohortId, { rule: { ...examRule, ...wish.rule }, ...wish.plan });
  const { body: exam, status } = await coordinator.post('/exams').send(body);
  if (status !== 200) throw new Error(`not planned: ${JSON.stringify(exam)}`);
  return { coordinator, coordinatorId: staff.id, course, cohortId, people, exam };
}

/** Adds rooms and answers the exam. */
export async function addRooms(
  { coordinator, exam }: Pick<ExamDay, 'coordinator' | 'exam'>,
  rooms: { name: string; capacity: number; placeId?: string; invigilatorLogin?: string }[],
): Promise<ExamDetail> {
  const { body, status } = await coordinator.post(`/exams/${exam.id}/rooms`).send({ rooms });
  if (status !== 200) throw new Error(`no rooms: ${JSON.stringify(body)}`);
  return body;
}

/** One room for everybody, seats, and papers drawn: ready for the morning. Answers the room's code. */
export async function makeReady(test: TestApp, day: ExamDay): Promise<string> {
  const { rooms } = await addRooms(day, [{ name: 'Phòng 1', capacity: Math.max(1, day.people.length) }]);
  await day.coordinator.post(`/exams/${day.exam.id}/assign`).send({});
  await day.coordinator.post(`/exams/${day.exam.id}/prepare`).send({});
  await test.get(ExamPapers).drawAll();
  return rooms[0]?.code ?? '';
}

/** What a device does with the key: opens the sealed paper as Web Crypto does. */
export function unseal(sitting: Sitting, key: string): PaperQuestion[] {
  if (!sitting.sealedPaper) throw new Error('no sealed paper');
  const data = Buffer.from(sitting.sealedPaper.data, 'base64');
  const nonce = Buffer.from(sitting.sealedPaper.nonce, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
  decipher.setAAD(Buffer.from(sitting.id, 'utf8'));
  decipher.setAuthTag(data.subarray(-16));
  const plain = Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]);
  return JSON.parse(plain.toString('utf8')) as PaperQuestion[];
}
