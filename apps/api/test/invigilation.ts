// A morning with rooms, their invigilators and people in them, and an ear on the board's event stream.
import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoardCandidate, BoardNews, ExamRoom } from '@onetouch/contract';
import { SessionStore } from '../src/accounts/session-store.js';
import { ExamPapers } from '../src/exams/exam-papers.js';
import type { Client, TestApp } from './app.js';
import { addRooms, createExamDay, type ExamDay, morning } from './exams.js';
import { createPerson } from './factories.js';

export interface Seat {
  id: string;
  personId: string;
  client: Client;
}

export interface Room {
  room: ExamRoom;
  invigilatorId: string;
  invigilator: Client;
  seats: Seat[];
}

export interface Morning {
  day: ExamDay;
  /** `/exams/:examId`. */
  path: string;
  rooms: Room[];
}

interface MorningWish extends NonNullable<Parameters<typeof createExamDay>[1]> {
  rooms?: number;
  each?: number;
}

/** Rooms with an invigilator and people each, papers drawn, check-in open; nobody is checked in. */
export async function createMorning(test: TestApp, wish: MorningWish = {}): Promise<Morning> {
  const { rooms: count = 2, each = 2, ...dayWish } = wish;
  const day = await createExamDay(test, { people: count * each, ...dayWish });
  const invigilators = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      createPerson(test, { fullName: `Giám thị ${index + 1}`, email: `${randomUUID()}@example.test` }),
    ),
  );
  const exam = await addRooms(
    day,
    invigilators.map(({ email }, index) => ({
      ...{ name: `Phòng ${index + 1}`, capacity: each + 1 },
      invigilatorLogin: email ?? '',
    })),
  );
  const path = `/exams/${day.exam.id}`;
  const found = await test.database.source.query(
    'SELECT id, person_id FROM exam_candidate WHERE exam_id = $1',
    [day.exam.id],
  );
  const idOf = new Map(found.map((row: { id: string; person_id: string }) => [row.person_id, row.id]));
  const rooms = await Promise.all(
    exam.rooms.map(async (room, index) => {
      const people = day.people.slice(index * each, (index + 1) * each);
      const seats = await Promise.all(
        people.map(async (person) => ({
          ...{ id: String(idOf.get(person.id)), personId: person.id },
          client: await test.as(person),
        })),
      );
      for (const seat of seats)
        await test.database.source.query('UPDATE exam_candidate SET room_id = $1 WHERE id = $2', [
          room.id,
          seat.id,
        ]);
      const person = invigilators[index];
      if (!person) throw new Error('a room without its invigilator');
      return { room, invigilatorId: person.id, invigilator: await test.as(person), seats };
    }),
  );
  await day.coordinator.post(`${path}/prepare`).send({});
  await test.get(ExamPapers).drawAll();
  test.clock.set(morning.checkInOpensAt);
  return { day, path, rooms };
}

/** Everybody of these rooms comes in by the code; the clock stands at the start afterwards. */
export async function checkEverybodyIn(test: TestApp, rooms: readonly Room[]): Promise<void> {
  for (const { room, seats } of rooms)
    for (const { client } of seats) {
      const { status, body } = await client.post('/check-in').send({ code: room.code });
      if (status !== 200) throw new Error(`not checked in: ${JSON.stringify(body)}`);
    }
  test.clock.set(morning.startsAt);
}

/** One person begins; answers the attempt's id and its questions. */
export async function begin(seat: Seat): Promise<{ attemptId: string; questionIds: string[] }> {
  const { status, body } = await seat.client
    .post(`/sittings/${seat.id}/start`)
    .send({ needsQuestions: true });
  if (status !== 200) throw new Error(`not begun: ${JSON.stringify(body)}`);
  const questionIds = body.questions.map((question: { id: string }) => question.id);
  return { attemptId: body.attemptId, questionIds };
}

/** Saves the right answer to one question. */
export async function answer(
  seat: Seat,
  attemptId: string,
  questionId: string,
  sequence = 1,
): Promise<number> {
  const { status } = await seat.client
    .put(`/attempts/${attemptId}/answers/${questionId}`)
    .send({ optionIds: ['r'], sequence });
  return status;
}

/** An open event stream: everything that it was told, as it came. */
export interface Ear {
  status: number;
  headers: IncomingMessage['headers'];
  raw: () => string;
  news: BoardNews[];
  /** The first message, said or still to come, of which this is true. */
  hear(isIt: (news: BoardNews) => boolean): Promise<BoardNews>;
  /** Settles when the server has ended the stream. */
  ended: Promise<void>;
  leave(): void;
  response: IncomingMessage;
}

/** The latest line about one person that an ear has heard. */
export function lineOf(news: readonly BoardNews[], candidateId: string): BoardCandidate | undefined {
  return news.flatMap((one) => one.candidates).findLast((one) => one.id === candidateId);
}

/** A session of that person as a cookie, and its token. */
export async function cookieOf(test: TestApp, personId: string): Promise<string> {
  return `onetouch_session=${await test.get(SessionStore).open(personId, 'test')}`;
}

/** Listens to a stream with a session of its own. */
export async function listen(test: TestApp, path: string, cookie: string): Promise<Ear> {
  const { port } = (test.app.getHttpServer() as Server).address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'br, gzip', accept: 'text/event-stream' };
    get({ host: '127.0.0.1', port, path: `/api/v1${path}`, headers, agent: false }, resolve).on(
      'error',
      reject,
    );
  });
  let text = '';
  const news: BoardNews[] = [];
  const waiting = new Set<() => void>();
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    const whole = text.split('\n\n').slice(0, -1);
    const lines = whole.filter((part) => part.startsWith('data: ')).map((part) => part.slice(6));
    for (const line of lines.slice(news.length)) news.push(JSON.parse(line) as BoardNews);
    for (const look of waiting) look();
  });
  const ended = new Promise<void>((done) => {
    response.on('close', done).on('error', () => done());
  });
  return {
    ...{ status: response.statusCode ?? 0, headers: response.headers, news, ended, response },
    raw: () => text,
    hear: (isIt) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not heard in: ${text.slice(-2_000)}`)), 25_000);
        const look = () => {
          const found = news.find(isIt);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    leave: () => response.destroy(),
  };
}
