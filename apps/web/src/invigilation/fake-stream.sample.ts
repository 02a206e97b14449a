// A browser's EventSource made up for tests: says what it is told to say.

export class FakeStream {
  static all: FakeStream[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onalive: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  isClosed = false;

  constructor(readonly url: string) {
    FakeStream.all.push(this);
  }

  static last(): FakeStream {
    const stream = FakeStream.all.at(-1);
    if (!stream) throw new Error('no stream was opened');
    return stream;
  }

  say(news: object) {
    this.onmessage?.({ data: JSON.stringify(news) });
  }

  addEventListener(_name: 'alive', listener: (event: { data: string }) => void) {
    this.onalive = listener;
  }

  sign(serverTime: string) {
    this.onalive?.({ data: JSON.stringify({ serverTime }) });
  }

  fail() {
    this.onerror?.();
  }

  close() {
    this.isClosed = true;
  }
}
