// Sends what is done to the server. Each act has an id of its own that stays the same when it is sent again, so that it counts once.
import { invigilation, type Board, type BoardCandidate, type ExamEvent } from '@onetouch/contract';
import { call } from '../platform/call.js';
import type { ActName, Target } from './acts.js';

export interface ActValues {
  minutes: number;
  roomId: string;
  reason: string;
}

/** What the server answered: a board, a person, or a line of the record. */
export type ActAnswer =
  | { kind: 'board'; board: Board }
  | { kind: 'person'; candidate: BoardCandidate }
  | { kind: 'event'; event: ExamEvent };

export interface Wish {
  name: ActName;
  target: Target;
  examId: string;
  roomId: string;
  /** Of this wish. */
  id: string;
  values: ActValues;
}

async function sendForRoom({ name, examId, roomId, id, values }: Wish): Promise<ActAnswer> {
  const params = { examId, roomId };
  const { reason, minutes } = values;
  if (name === 'pause')
    return { kind: 'board', board: await call(invigilation.pauseRoom, { params, body: { reason } }) };
  if (name === 'resume')
    return { kind: 'board', board: await call(invigilation.resumeRoom, { params, body: { reason } }) };
  if (name === 'credit') {
    const body = { id, minutes, reason };
    return { kind: 'board', board: await call(invigilation.creditRoom, { params, body }) };
  }
  const body = { id, roomId, text: reason };
  return { kind: 'event', event: await call(invigilation.note, { params: { examId }, body }) };
}

function callForPerson(
  { name, examId, roomId: hereId, id, values }: Wish,
  candidateId: string,
): Promise<BoardCandidate> {
  const params = { examId, candidateId };
  const { reason, minutes, roomId } = values;
  switch (name) {
    case 'checkIn':
      return call(invigilation.checkInCandidate, { params, body: { reason } });
    case 'undoCheckIn':
      return call(invigilation.undoCheckIn, { params, body: { reason } });
    case 'move':
      return call(invigilation.moveCandidate, { params, body: { roomId, reason } });
    case 'takeIn':
      return call(invigilation.moveCandidate, { params, body: { roomId: hereId, reason } });
    case 'extend':
      return call(invigilation.extendCandidate, { params, body: { id, minutes, reason } });
    case 'restart':
      return call(invigilation.restartCandidate, { params, body: { id, reason } });
    case 'close':
      return call(invigilation.closeCandidate, { params, body: { reason } });
    default:
      throw new Error(`${name} is nothing that is done to a person`);
  }
}

async function sendForPerson(wish: Wish, candidateId: string): Promise<ActAnswer> {
  if (wish.name !== 'note') return { kind: 'person', candidate: await callForPerson(wish, candidateId) };
  const { examId, roomId, id, values } = wish;
  const body = { id, roomId, candidateId, text: values.reason };
  return { kind: 'event', event: await call(invigilation.note, { params: { examId }, body }) };
}

/** Does it; throws the refusal. */
export function sendAct(wish: Wish): Promise<ActAnswer> {
  const { target } = wish;
  return target.kind === 'person' ? sendForPerson(wish, target.candidate.id) : sendForRoom(wish);
}
