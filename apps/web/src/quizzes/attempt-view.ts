// What the pages of an attempt show of it: answers, the clock, and what has happened meanwhile. Knows no store and no server.
import type { AttemptState } from '@onetouch/contract';
import { deviceId } from '../platform/device-id.js';
import type { Problem } from '../platform/problem.js';
import type { Answers } from './answers.js';
import type { ClockNews } from './attempt-clock.js';

export interface AttemptView {
  answers: Answers;
  state: AttemptState;
  /** What happened to the clock and was not put away since. */
  news: ClockNews;
  /** Questions whose answer from this device lost against a newer one from elsewhere, and were not looked at since. */
  overruled: readonly string[];
  /** Handed in or closed, here or elsewhere. */
  isClosed: boolean;
  /** Another device goes on with it. */
  isElsewhere: boolean;
  /** Why the server took an answer not at all. */
  refusal: Problem | null;
}

/** What follows from the clock, as the server says it. */
export function viewOf(state: AttemptState): Pick<AttemptView, 'state' | 'isClosed' | 'isElsewhere'> {
  const isElsewhere = state.device !== null && state.device !== deviceId();
  return { state, isClosed: state.submittedAt !== null || state.voidedAt !== null, isElsewhere };
}
