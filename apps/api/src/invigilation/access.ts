// How an actor stands to an exam, a room, a person in it. Whatever is not the actor's own is not there: 404.
import { examStatus } from '@onetouch/domain';
import type { CandidateState } from '../exams/candidate-state.js';
import { type ExamFacts, findExam, type VisibleExam } from '../exams/exam-facts.js';
import { type ExamAccess, mayActIn } from '../exams/exams.policy.js';
import type { Database, Statement } from '../platform/database/database.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';

const findRoom: Statement = {
  name: 'invigilation.find-room',
  text: 'SELECT 1 FROM exam_room WHERE exam_id = $1 AND id = $2',
};

/** Refuses with `room.not-found` what is not a room of this exam, or another invigilator's. */
export async function refuseForeignRoom(
  database: Database,
  { exam, access }: VisibleExam,
  roomId: string,
): Promise<void> {
  if (!mayActIn(access, roomId)) throw new Problem('room.not-found');
  const room = await database.row(findRoom, [exam.id, roomId]);
  if (!room) throw new Problem('room.not-found');
}

/** The exam of a room in which the actor acts. */
export async function findExamOfRoom(
  database: Database,
  { examId, roomId }: { examId: string; roomId: string },
  actor: Actor,
): Promise<ExamFacts> {
  const visible = await findExam(database, examId, actor);
  await refuseForeignRoom(database, visible, roomId);
  return visible.exam;
}

/** Refuses with `candidate.not-found` who sits in a room of somebody else, or in none. */
export function refuseForeignCandidate(access: ExamAccess, candidate: CandidateState): void {
  if (!mayActIn(access, candidate.roomId)) throw new Problem('candidate.not-found');
}

/** Refuses with `candidate.self` who is among those that are acted on: somebody else does that. */
export function refuseSelf(actor: Actor, personIds: readonly string[]): void {
  if (personIds.includes(actor.personId)) throw new Problem('candidate.self');
}

/** Whether nobody works any more, by the clock or because results are out. */
export function isOver(exam: ExamFacts, now: Date): boolean {
  const status = examStatus(exam, now);
  return status === 'over' || status === 'released';
}

/** The rooms that an actor sees: null for all of them. */
export function visibleRooms({ runs, roomIds }: ExamAccess): readonly string[] | null {
  return runs ? null : roomIds;
}
