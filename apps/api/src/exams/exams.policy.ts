// Who runs an exam: coordinators and admins of its place or organisation, and an invigilator the own room only. Pure.
import type { Actor } from '../platform/http/actor.js';
import { reaches, type Scope, scopeOf } from '../platform/http/scope.js';

/** Where the actor runs exams: the where-clause of the list. */
export function runnerScope(actor: Actor): Scope {
  return scopeOf(actor, ['coordinator', 'admin']);
}

/** Whether an exam of that place (and organisation) is run by the actor: the same rule for one row. */
export function runsExam(actor: Actor, exam: { path: string; organisationId: string | null }): boolean {
  return reaches(runnerScope(actor), exam);
}

/** How an actor stands to one exam: `runs` all of it, or invigilates these rooms. */
export interface ExamAccess {
  runs: boolean;
  /** The rooms that the actor invigilates by name; who runs the exam needs none. */
  roomIds: readonly string[];
}

/** Whether the actor may act in a room; a candidate without a room is the runner's alone. */
export function mayActIn({ runs, roomIds }: ExamAccess, roomId: string | null): boolean {
  return runs || (roomId !== null && roomIds.includes(roomId));
}
