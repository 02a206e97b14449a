// A sign of life every half minute, and at once when the network or the page comes back; every answer brings the clock.
import { quizzes, type AttemptState } from '@onetouch/contract';
import { call } from '../platform/call.js';
import { deviceId } from '../platform/device-id.js';
import { withServerTime } from '../platform/server-clock.js';

export interface PulseFacts {
  attemptId: string;
  /** How many answers wait on this device. */
  waiting: () => number;
  /** The clock stands still: the moment it goes on is worth asking for more often. */
  isStopped: () => boolean;
  onState: (state: AttemptState) => void;
}

const everyMs = 30_000;
const whileStoppedMs = 8_000;
/** 3,600 browsers that began together must not ask together. */
const withJitter = (ms: number) => ms * (0.8 + Math.random() * 0.4);

export class AttemptPulse {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOn = false;

  constructor(private readonly facts: PulseFacts) {}

  /** Starts; returns the way to stop. */
  start(): () => void {
    this.isOn = true;
    const back = () => {
      if (document.visibilityState === 'visible') void this.beat();
    };
    addEventListener('online', back);
    addEventListener('pageshow', back);
    document.addEventListener('visibilitychange', back);
    this.schedule(Math.random() * everyMs);
    return () => {
      this.isOn = false;
      clearTimeout(this.timer);
      removeEventListener('online', back);
      removeEventListener('pageshow', back);
      document.removeEventListener('visibilitychange', back);
    };
  }

  /** One sign now; without a network nothing happens until the next. Answers whether the server heard it. */
  async beat(takesOver = false): Promise<boolean> {
    clearTimeout(this.timer);
    const { attemptId, waiting, onState } = this.facts;
    const body = { device: deviceId(), waiting: waiting(), takesOver };
    const ask = () => call(quizzes.beat, { params: { attemptId }, body }, { isQuiet: true });
    const state = await withServerTime(ask, ({ serverTime }) => serverTime).catch(() => null);
    if (state) onState(state);
    this.schedule(withJitter(this.facts.isStopped() ? whileStoppedMs : everyMs));
    return state !== null;
  }

  /** The clock was stopped, as a receipt says: from now on as often as while it stands still. */
  hasten() {
    this.schedule(withJitter(whileStoppedMs));
  }

  private schedule(ms: number) {
    clearTimeout(this.timer);
    if (this.isOn) this.timer = setTimeout(() => void this.beat(), ms);
  }
}
