// Which dialog of a room is open, and what is done with the answer: the board takes it, and the record is read again.
import type { BoardCandidate, FoundCandidate } from '@onetouch/contract';
import { useState } from 'react';
import type { ActName, PersonAct, RoomAct, Target } from './acts.js';
import { actButtonId } from './room-actions.js';
import type { ActAnswer } from './send-act.js';
import { helpButtonId } from './person-cells.js';
import type { LiveBoard } from './use-board.js';

export type OpenDialog =
  | { kind: 'find' }
  | { kind: 'person'; candidate: BoardCandidate }
  | { kind: 'act'; name: ActName; target: Target };

/** After the dialog has left the page; to the heading of the list when the person has left the room. */
function giveFocusBack(...ids: string[]) {
  requestAnimationFrame(() => {
    const element = ids.map((id) => document.getElementById(id)).find((found) => found !== null);
    if (element?.matches('h2')) element.setAttribute('tabindex', '-1');
    element?.focus();
  });
}

/** The state of the work in one room. */
export function useRoomWork({ takeBoard, takeCandidate }: Pick<LiveBoard, 'takeBoard' | 'takeCandidate'>) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [isProjecting, setIsProjecting] = useState(false);
  const [turn, setTurn] = useState(0);
  const close = () => {
    setOpen(null);
    if (open?.kind === 'person') giveFocusBack(helpButtonId(open.candidate.id), 'thi-sinh');
    else if (open?.kind === 'find') giveFocusBack(actButtonId('find'));
    else if (open?.name === 'takeIn') giveFocusBack(actButtonId('find'));
    else if (open?.target.kind === 'person')
      giveFocusBack(helpButtonId(open.target.candidate.id), 'thi-sinh');
    else if (open) giveFocusBack(actButtonId(open.name as RoomAct));
  };
  const take = (answer: ActAnswer) => {
    if (answer.kind === 'board') takeBoard(answer.board);
    if (answer.kind === 'person') takeCandidate(answer.candidate);
    setTurn((before) => before + 1);
  };
  const stopProjecting = () => {
    setIsProjecting(false);
    giveFocusBack(actButtonId('project'));
  };
  return {
    ...{ open, turn, isProjecting, close, take, stopProjecting },
    project: () => setIsProjecting(true),
    help: (candidate: BoardCandidate) => setOpen({ kind: 'person', candidate }),
    find: () => setOpen({ kind: 'find' }),
    startTaking: (candidate: FoundCandidate) =>
      setOpen({
        ...{ kind: 'act', name: 'takeIn' },
        target: { kind: 'person', candidate, roomName: candidate.roomName },
      }),
    startRoom: (name: RoomAct) => setOpen({ kind: 'act', name, target: { kind: 'room' } }),
    startPerson: (name: PersonAct, candidate: BoardCandidate) =>
      setOpen({ kind: 'act', name, target: { kind: 'person', candidate } }),
  };
}
