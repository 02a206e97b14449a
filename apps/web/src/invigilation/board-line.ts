// The line to the server: news by server-sent events, and the whole board every few seconds while those do not come. It always knows
// whether what is shown is of now, and since when it is not. Knows no words and draws nothing.
import type { Board, BoardNews, BoardSign } from '@onetouch/contract';
import { isProblem, type Problem } from '../platform/problem.js';

/** `live`: news come by themselves. `mending`: the stream just broke. `asking`: asked every few seconds. `lost`: what is shown is old. */
export type LineState = 'live' | 'mending' | 'asking' | 'lost';

/** What the line needs of a browser's EventSource. */
export interface Stream {
  onmessage: ((event: { data: string }) => void) | null;
  /** Nothing has changed until then. */
  onalive: ((event: { data: string }) => void) | null;
  onerror: (() => void) | null;
  close: () => void;
}

export interface LineParts {
  /** Null where the browser has none. */
  open: () => Stream | null;
  read: () => Promise<Board>;
  onNews: (news: BoardNews) => void;
  onSign: (sign: BoardSign) => void;
  onBoard: (board: Board) => void;
  onState: (state: LineState) => void;
  /** A refusal that asking again does not mend: no such exam, no right any more. */
  onRefused: (problem: Problem) => void;
}

export const pollMs = 5_000;
export const reopenMs = 3_000;
/** While the board is asked for, the stream is tried again now and then. */
export const retryStreamMs = 30_000;
/** A line that says nothing, not even that it lives as it does every few seconds, may be dead without knowing. */
export const quietMs = 12_000;
/** What news do not hold (the exam, what may be done) is read anew. */
export const renewMs = 60_000;
const tolerated = 2;

export class BoardLine {
  private stream: Stream | null = null;
  private failures = 0;
  private isReading = false;
  private isEnded = false;
  /** News of a stream opened anew do not say who left while it was away. */
  private hasGap = false;
  private state: LineState = 'live';
  private readTimer: ReturnType<typeof setTimeout> | undefined;
  private openTimer: ReturnType<typeof setTimeout> | undefined;
  private readAt = performance.now();

  constructor(private readonly parts: LineParts) {}

  /** Opens the stream; the board that is shown was read just before. */
  start(): void {
    this.open();
    this.plan();
  }

  /** Nothing is asked and nothing told any more. */
  end(): void {
    this.isEnded = true;
    clearTimeout(this.readTimer);
    this.close();
  }

  /** The network or the person is back: everything at once and from the beginning. */
  wake(): void {
    if (this.isEnded) return;
    this.failures = 0;
    this.open();
    void this.read();
  }

  /** The device itself knows that there is no network: nothing old is shown as new until a silence tells. */
  drop(): void {
    if (this.isEnded) return;
    this.hasGap = true;
    this.say('lost');
    this.plan();
  }

  /** Reads the whole board now; also at moments when more may be done than before. */
  async read(): Promise<void> {
    if (this.isReading || this.isEnded) return;
    this.isReading = true;
    clearTimeout(this.readTimer);
    try {
      const board = await this.parts.read();
      if (this.isEnded) return;
      this.readAt = performance.now();
      this.parts.onBoard(board);
      this.say(this.stream && this.failures === 0 ? 'live' : 'asking');
    } catch (error) {
      if (!this.isEnded) this.failRead(error);
    } finally {
      this.isReading = false;
      this.plan();
    }
  }

  private failRead(error: unknown): void {
    if (!isProblem(error)) throw error;
    this.say('lost');
    if (error.isPassing) return;
    this.parts.onRefused(error);
    this.end();
  }

  private open(): void {
    this.close();
    const stream = this.parts.open();
    this.stream = stream;
    if (!stream) this.failures = tolerated;
    else {
      stream.onmessage = ({ data }) => this.hear(() => this.parts.onNews(JSON.parse(data) as BoardNews));
      stream.onalive = ({ data }) => this.hear(() => this.parts.onSign(JSON.parse(data) as BoardSign));
      stream.onerror = () => this.fail();
    }
  }

  private close(): void {
    clearTimeout(this.openTimer);
    if (!this.stream) return;
    // A browser may still tell what had come before.
    this.stream.onmessage = null;
    this.stream.onalive = null;
    this.stream.onerror = null;
    this.stream.close();
    this.stream = null;
  }

  private hear(take: () => void): void {
    this.failures = 0;
    take();
    this.say('live');
    // Not put off by news, or what they do not hold would never be read.
    const isDue = this.hasGap || performance.now() - this.readAt > renewMs;
    this.hasGap = false;
    if (isDue) void this.read();
    else this.plan();
  }

  /** The stream broke: whether the server is there is asked at once. After the second time it is asked again and again. */
  private fail(): void {
    this.close();
    this.failures += 1;
    this.hasGap = true;
    if (this.state === 'live') this.say('mending');
    const isLong = this.failures >= tolerated;
    this.openTimer = setTimeout(() => this.open(), isLong ? retryStreamMs : reopenMs);
    void this.read();
  }

  /** The next time that the board is asked for, unless news come before. */
  private plan(): void {
    clearTimeout(this.readTimer);
    if (this.isEnded) return;
    const isAsking = this.failures >= tolerated || this.state === 'lost';
    this.readTimer = setTimeout(() => void this.read(), isAsking ? pollMs : quietMs);
  }

  private say(state: LineState): void {
    if (this.state === state) return;
    this.state = state;
    this.parts.onState(state);
  }
}
