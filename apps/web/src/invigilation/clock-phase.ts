// Which time the big clock of a board shows, from the board and the server's clock. Pure.
import type { Board, ExamRow } from '@onetouch/contract';
import { usualDeadline } from './attention.js';
import { roomOf } from './board-state.js';

export type ClockPhase =
  | { kind: 'to-check-in' | 'to-start' | 'to-close'; to: string }
  | { kind: 'left'; to: string; pausedAt: string | null; others: number }
  | { kind: 'nobody' | 'all-done' | 'over' };

const ms = (time: string) => Date.parse(time);

function beforeStart({ checkInOpensAt, startsAt }: ExamRow, now: number): ClockPhase | null {
  if (now < ms(checkInOpensAt)) return { kind: 'to-check-in', to: checkInOpensAt };
  return now < ms(startsAt) ? { kind: 'to-start', to: startsAt } : null;
}

/** For the board of a whole exam: up to the start, then up to the close. */
export function examClock({ exam }: Pick<Board, 'exam'>, now: number): ClockPhase {
  const before = beforeStart(exam, now);
  if (before) return before;
  const isOver = exam.status === 'over' || exam.status === 'released';
  return now < ms(exam.closesAt) && !isOver ? { kind: 'to-close', to: exam.closesAt } : { kind: 'over' };
}

/** For one room: up to the start, then what most of its people have left. */
export function roomClock(board: Board, roomId: string, now: number): ClockPhase {
  const before = beforeStart(board.exam, now);
  if (before) return before;
  const usual = usualDeadline(board.candidates);
  const pausedAt = roomOf(board, roomId)?.room.pausedAt ?? null;
  if (usual) return { kind: 'left', to: usual.at, others: usual.others, pausedAt };
  const { status, closesAt } = board.exam;
  if (status === 'over' || status === 'released' || now >= ms(closesAt)) return { kind: 'over' };
  return board.candidates.some(({ submittedAt }) => submittedAt) ? { kind: 'all-done' } : { kind: 'nobody' };
}
