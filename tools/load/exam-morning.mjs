// The steps of an exam through HTTP, as those who run it and the learners' browsers take them: plan, rooms, seats, papers, check-in.
import { Connection } from './connection.mjs';

export const base = '/api/v1';

/** A connection of one person; `call` answers the parsed body and throws on a refusal. */
export function browserOf(url, token) {
  const { hostname, port } = new URL(url);
  const connection = new Connection({
    host: hostname,
    port: Number(port),
    headers: { cookie: `onetouch_session=${token}` },
  });
  const call = async (method, path, body) => {
    const { status, text } = await connection.send(method, base + path, body ? JSON.stringify(body) : '');
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`);
    return text ? JSON.parse(text) : null;
  };
  return { connection, call };
}

const rule = { draw: 20, passPercent: 50, attemptsAllowed: 1, pauseMinutes: 0, timeLimitMinutes: 45 };
const inSeconds = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();

/** Plans an exam that starts in `startsIn` seconds; answers its detail with rooms that have seats for everybody. */
export async function planExam(runner, people, { rooms, startsIn, spreadSeconds = 0, name = 'Thi thử' }) {
  const { id } = await runner.call('POST', '/exams', {
    name,
    courseId: people.course,
    lessonId: people.lessonId,
    placeId: 'vn',
    checkInOpensAt: inSeconds(-60),
    startsAt: inSeconds(startsIn),
    closesAt: inSeconds(startsIn + 3 * 3600),
    rule,
    release: 'by-person',
    spreadSeconds,
    cohortIds: [people.cohortId],
  });
  const capacity = Math.ceil(people.learners.length / rooms);
  const wished = Array.from({ length: rooms }, (_, index) => ({ name: `Điểm cầu ${index + 1}`, capacity }));
  await runner.call('POST', `/exams/${id}/rooms`, { rooms: wished });
  return runner.call('POST', `/exams/${id}/assign`, {});
}

/** Has the papers drawn and waits until all are there; answers the seconds it took. */
export async function drawPapers(runner, examId) {
  const begun = performance.now();
  let exam = await runner.call('POST', `/exams/${examId}/prepare`, {});
  while (exam.preparedCount < exam.candidateCount) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    exam = await runner.call('GET', `/exams/${examId}`);
  }
  return (performance.now() - begun) / 1000;
}

/** Which room each person was given: code by person id. */
export async function codesByPerson(databaseUrl, examId) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `SELECT c.person_id AS "personId", r.code, p.question_ids AS "questionIds" FROM exam_candidate c
     JOIN exam_room r ON r.id = c.room_id JOIN paper p ON p.id = c.paper_id WHERE c.exam_id = $1`,
    [examId],
  );
  await client.end();
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Runs `work` over all items, so many at a time. */
export async function inTurns(items, atOnce, work) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
