// The board while its page is open: what the line says, laid over what was read, and what of it is worth saying aloud.
import type { Board, BoardCandidate } from '@onetouch/contract';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Problem } from '../platform/problem.js';
import { serverNow } from '../platform/server-clock.js';
import { BoardLine, type LineState } from './board-line.js';
import { newerBoard, withCandidate, withNews, withSign } from './board-state.js';
import { importantChanges, type Important } from './important.js';
import { type BoardAddress, openStream, readBoard } from './read-board.js';

export interface LiveBoard {
  board: Board;
  line: LineState;
  /** Why there is no board any more. */
  refused: Problem | null;
  /** The last things worth saying; a new list each time. */
  important: Important[];
  /** How often somebody has left the room: the record has lines that nobody here wrote. */
  leavings: number;
  /** Takes what the server answered to something that was done. */
  takeBoard: (board: Board) => void;
  takeCandidate: (candidate: BoardCandidate) => void;
  /** Asks at once. */
  wake: () => void;
}

interface Seen {
  board: Board;
  important: Important[];
  leavings: number;
}
type Change = (board: Board) => Board;

function reduce(roomId: string | null) {
  return (seen: Seen, change: Change): Seen => {
    const board = change(seen.board);
    const important = importantChanges(seen.board, board, roomId);
    // Words stand until there are others, so that they are read out once and not cut short.
    const leavings = seen.leavings + important.filter(({ kind }) => kind === 'left').length;
    return { board, leavings, important: important.length > 0 ? important : seen.important };
  };
}

/** Spread, so that not every room asks at the very moment of the start. */
const spreadMs = 4_000;
const farMs = 12 * 60 * 60_000;

/** Asks again when check-in opens, at the start and at the close: more may be done then, or less. */
function useTurns({ exam }: Board, line: React.RefObject<BoardLine | null>) {
  const { checkInOpensAt, startsAt, closesAt } = exam;
  useEffect(() => {
    const timers = [checkInOpensAt, startsAt, closesAt]
      .map((time) => Date.parse(time) - serverNow())
      .filter((ms) => ms > 0 && ms < farMs)
      .map((ms) => setTimeout(() => void line.current?.read(), ms + 500 + Math.random() * spreadMs));
    return () => timers.forEach(clearTimeout);
  }, [checkInOpensAt, startsAt, closesAt, line]);
}

/** A phone that was asleep, or a network that is back: the line begins anew. A network that goes is known at once. */
function useWaking(wake: () => void, drop: () => void) {
  useEffect(() => {
    const onShown = () => document.visibilityState === 'visible' && wake();
    document.addEventListener('visibilitychange', onShown);
    window.addEventListener('online', wake);
    window.addEventListener('offline', drop);
    return () => {
      document.removeEventListener('visibilitychange', onShown);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', drop);
    };
  }, [wake, drop]);
}

/** The live board of an exam, or of one room; `first` was read by the loader. */
export function useBoard(first: Board, { examId, roomId }: BoardAddress): LiveBoard {
  const [reducer] = useState(() => reduce(roomId));
  const [seen, change] = useReducer(reducer, { board: first, important: [], leavings: 0 });
  const { board } = seen;
  const [state, setState] = useState<LineState>('live');
  const [refused, setRefused] = useState<Problem | null>(null);
  const line = useRef<BoardLine | null>(null);
  useEffect(() => {
    const address = { examId, roomId };
    const own = new BoardLine({
      open: () => openStream(address),
      read: () => readBoard(address),
      onNews: (news) => change((known) => withNews(known, news, roomId)),
      onSign: (sign) => change((known) => withSign(known, sign)),
      onBoard: (heard) => change((known) => newerBoard(known, heard)),
      onState: setState,
      onRefused: setRefused,
    });
    line.current = own;
    own.start();
    return () => own.end();
  }, [examId, roomId]);
  const wake = useCallback(() => line.current?.wake(), []);
  useTurns(board, line);
  const drop = useCallback(() => line.current?.drop(), []);
  useWaking(wake, drop);
  return {
    ...seen,
    ...{ line: state, refused, wake },
    takeBoard: (heard) => change((known) => newerBoard(known, heard)),
    takeCandidate: (candidate) => {
      change((known) => withCandidate(known, candidate, roomId));
      // The numbers of the rooms have changed too.
      void line.current?.read();
    },
  };
}
