// The phase of the big clock, looked at again when the time that it counts to has come.
import type { Board } from '@onetouch/contract';
import { useIsOver } from '../quizzes/use-clock.js';
import { serverNow } from '../platform/server-clock.js';
import { type ClockPhase, examClock, roomClock } from './clock-phase.js';

/** Of the whole exam, or of one room. */
export function useClockPhase(board: Board, roomId: string | null): ClockPhase {
  const { checkInOpensAt, startsAt, closesAt } = board.exam;
  // Drawn again at each of these moments; which of them it is, the server's clock says.
  useIsOver({ deadlineAt: checkInOpensAt, pausedAt: null });
  useIsOver({ deadlineAt: startsAt, pausedAt: null });
  useIsOver({ deadlineAt: closesAt, pausedAt: null });
  const now = serverNow();
  return roomId === null ? examClock(board, now) : roomClock(board, roomId, now);
}
