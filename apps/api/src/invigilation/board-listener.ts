// One open event stream: what it has been told, and whether it keeps up. A listener who does not read is told nothing more until it
// does, and is then told everything that changed meanwhile in one message; who does not read for long is let go of.
import { Readable } from 'node:stream';
import type { ServerResponse } from 'node:http';
import type { BoardSign } from '@onetouch/contract';
import { nothingSent } from './board-picture.js';

export interface Following {
  examId: string;
  /** The room whose people are looked at. */
  roomId: string | null;
  personId: string;
  /** Of the session cookie: asked again and again whether it is still good. */
  token: string;
}

/** How long a listener may leave a message unread. */
const patienceMs = 30_000;
const quietMs = 15_000;
/** After so long without news a look that found none is told: the page shows of when it is, and knows that the line lives. */
const signMs = 4_000;
/** A connection that does not take the end of the stream is cut after this long. */
const farewellMs = 500;

export class BoardListener {
  readonly sent = nothingSent();
  /** What goes to the browser. */
  readonly stream = new Readable({ read: () => undefined });
  private unreadSince: number | null = null;
  private spokeAt = Date.now();
  private isEnded = false;

  constructor(
    readonly following: Following,
    private readonly response: ServerResponse,
  ) {
    // Whatever is unread belongs to a client that is not there.
    this.stream.on('error', () => undefined);
    this.stream.push('retry: 3000\n\n');
  }

  /** Runs when the client has gone, or the answer is complete. */
  onceGone(work: () => void): void {
    this.response.once('close', () => {
      this.isEnded = true;
      this.stream.destroy();
      work();
    });
  }

  /** Whether it has read what it was sent; one that has not for half a minute is cut off. */
  keepsUp(): boolean {
    if (this.isEnded) return false;
    if (this.stream.readableLength === 0 && !this.response.writableNeedDrain) {
      this.unreadSince = null;
      return true;
    }
    this.unreadSince ??= Date.now();
    if (Date.now() - this.unreadSince > patienceMs) this.response.destroy();
    return false;
  }

  /** Sends one message. */
  tell(json: string): void {
    this.push(`data: ${json}\n\n`);
  }

  /** Says that nothing has changed until then, unless something was said a moment ago. */
  sign(at: Date): void {
    if (Date.now() - this.spokeAt < signMs) return;
    const sign: BoardSign = { serverTime: at.toISOString() };
    this.push(`event: alive\ndata: ${JSON.stringify(sign)}\n\n`);
  }

  /** A comment line when nothing was said for a while, so that nobody on the way takes the connection for dead. */
  beat(): void {
    if (Date.now() - this.spokeAt >= quietMs && this.keepsUp()) this.push(':\n\n');
  }

  /** Ends the stream; done when the connection has taken the end, or was cut. */
  async end(): Promise<void> {
    if (this.isEnded) return;
    this.isEnded = true;
    if (this.response.closed) return;
    await new Promise<void>((done) => {
      const cut = setTimeout(() => this.response.destroy(), farewellMs);
      this.response.once('close', () => {
        clearTimeout(cut);
        done();
      });
      this.stream.push(null);
    });
  }

  private push(text: string): void {
    this.spokeAt = Date.now();
    if (!this.isEnded) this.stream.push(text);
  }
}
