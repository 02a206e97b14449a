// A browser's EventSource made up for tests: says what it is told to say.

export class FakeStream {
  static all: FakeStream[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
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

  fail() {
    this.onerror?.();
  }

  close() {
    this.isClosed = true;
  }
}
