// What an act is called, what it does, and what has come of it: the last from the server's answer alone.
import type { Board, BoardCandidate } from '@onetouch/contract';
import type { TFunction } from 'i18next';
import { formatNumber, formatTime, formatTimeExact } from '../platform/format.js';
import type { ActName, Target } from './acts.js';
import { usualDeadline } from './attention.js';
import { roomOf } from './board-state.js';
import type { ActAnswer } from './send-act.js';

type T = TFunction<'invigilation'>;

export interface ActScene {
  name: ActName;
  target: Target;
  board: Board;
  roomId: string;
}

/** The heading of the dialog. */
export function actTitle(t: T, { name, target }: ActScene): string {
  if (target.kind === 'room') {
    return name === 'note' ? t('act.note.titleRoom') : t(`act.${name}.title`, { name: '' });
  }
  return t(`act.${name}.title`, { name: target.candidate.fullName });
}

/** What happens when it is done, in sentences. */
export function actExplained(t: T, { name, target, board, roomId }: ActScene): string[] {
  if (name === 'resume') {
    const pausedAt = roomOf(board, roomId)?.room.pausedAt ?? board.serverTime;
    return [t('act.resume.what', { time: formatTime(pausedAt) })];
  }
  if (name === 'takeIn' && target.kind === 'person') {
    const room = target.roomName ?? t('find.noRoom');
    return [t('act.takeIn.from', { room }), t('act.takeIn.what', { time: '' })];
  }
  if (name === 'restart') return [t('act.restart.what'), t('act.restart.rather')];
  if (name !== 'close' || target.kind === 'room') return [t(`act.${name}.what`, { time: '' })];
  const { answered, questionCount, waiting } = target.candidate;
  const [number, total] = [formatNumber(answered), formatNumber(questionCount)];
  const lines = [t('act.close.what'), t('act.close.saved', { number, total })];
  return waiting > 0 ? [...lines, t('act.close.waiting', { count: waiting })] : lines;
}

function personDone(t: T, { name, board }: ActScene, one: BoardCandidate): string[] {
  const { fullName, checkedInAt, deadlineAt, submittedAt, extraMinutes, attemptNumber } = one;
  switch (name) {
    case 'checkIn':
      return [t('act.checkIn.done', { name: fullName, time: checkedInAt ? formatTime(checkedInAt) : '' })];
    case 'move': {
      const room = roomOf(board, one.roomId ?? '')?.room.name ?? '';
      return [t('act.move.done', { name: fullName, room })];
    }
    case 'takeIn': {
      const done = t('act.takeIn.done', { name: fullName });
      return checkedInAt ? [done] : [done, t('act.takeIn.next')];
    }
    case 'extend': {
      const done = t('act.extend.done', { name: fullName, minutes: formatNumber(extraMinutes) });
      return deadlineAt ? [done, t('act.extend.until', { time: formatTime(deadlineAt) })] : [done];
    }
    case 'restart':
      return [t('act.restart.done', { name: fullName, number: attemptNumber })];
    case 'close': {
      const [number, total] = [formatNumber(one.answered), formatNumber(one.questionCount)];
      const time = submittedAt ? formatTime(submittedAt) : '';
      return [t('act.close.done', { name: fullName, time, number, total })];
    }
    default:
      return [t('act.undoCheckIn.done', { name: fullName })];
  }
}

function roomDone(t: T, { name, roomId }: ActScene, board: Board): string[] {
  const one = roomOf(board, roomId);
  const usual = usualDeadline(board.candidates);
  const until = usual ? [t('act.until', { time: formatTime(usual.at) })] : [];
  if (name === 'pause') {
    const time = formatTimeExact(one?.room.pausedAt ?? board.serverTime);
    return [t('act.pause.done', { time })];
  }
  if (name === 'resume') return [t('act.resume.done'), ...until];
  return [t('act.credit.done', { count: one?.counts.candidates ?? 0 }), ...until];
}

/** What the server says has come of it. */
export function actDone(t: T, scene: ActScene, answer: ActAnswer): string[] {
  if (answer.kind === 'event') return [t('act.note.done', { time: formatTimeExact(answer.event.at) })];
  if (answer.kind === 'person') return personDone(t, scene, answer.candidate);
  return roomDone(t, scene, answer.board);
}
