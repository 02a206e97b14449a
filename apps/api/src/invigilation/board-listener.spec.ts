import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { BoardListener } from './board-listener.js';

/** A connection that takes what it is given, or does not. */
class Connection extends EventEmitter {
  writableNeedDrain = false;
  closed = false;
  destroy(): void {
    this.closed = true;
    this.emit('close');
  }
}

describe('a listener of a board', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  function listening() {
    const connection = new Connection();
    const following = { examId: 'x', roomId: null, personId: 'p', token: 't' };
    const listener = new BoardListener(following, connection as unknown as ServerResponse);
    const read = () => (listener.stream.read() as Buffer | null)?.toString();
    let gone = 0;
    listener.onceGone(() => (gone += 1));
    return { connection, listener, read, gone: () => gone };
  }
  const at = (seconds: number) => jest.spyOn(Date, 'now').mockReturnValue(seconds * 1_000);

  it('is told the next message only after the one before was read', () => {
    const { listener, read } = listening();
    expect(listener.keepsUp()).toBe(false);
    expect(read()).toBe('retry: 3000\n\n');
    expect(listener.keepsUp()).toBe(true);
    listener.tell('{}');
    expect(listener.keepsUp()).toBe(false);
    expect(read()).toBe('data: {}\n\n');
    expect(listener.keepsUp()).toBe(true);
  });

  it('is let go of after half a minute without reading, and not for a pause in between', () => {
    at(0);
    const { listener, read, connection, gone } = listening();
    expect(listener.keepsUp()).toBe(false);
    at(29);
    listener.keepsUp();
    read();
    listener.keepsUp();
    listener.tell('{}');
    at(40);
    listener.keepsUp();
    at(70);
    listener.keepsUp();
    expect([connection.closed, gone()]).toEqual([false, 0]);
    at(71);
    listener.keepsUp();
    expect([connection.closed, gone(), listener.stream.destroyed]).toEqual([true, 1, true]);
  });

  it('does not keep up while its connection is full', () => {
    const { listener, read, connection } = listening();
    read();
    connection.writableNeedDrain = true;
    expect(listener.keepsUp()).toBe(false);
  });

  it('hears a sign after a quarter of a minute of silence', () => {
    at(0);
    const { listener, read } = listening();
    read();
    at(14);
    listener.beat();
    expect(read()).toBeUndefined();
    at(15);
    listener.beat();
    expect(read()).toBe(':\n\n');
    at(20);
    listener.beat();
    expect(read()).toBeUndefined();
  });

  it('is told every few seconds that nothing has changed, and not right after news', () => {
    at(0);
    const { listener, read } = listening();
    read();
    const seen = new Date('2026-11-22T01:00:02.000Z');
    at(3);
    listener.sign(seen);
    expect(read()).toBeUndefined();
    at(4);
    listener.sign(seen);
    expect(read()).toBe('event: alive\ndata: {"serverTime":"2026-11-22T01:00:02.000Z"}\n\n');
    listener.tell('{}');
    expect(read()).toBe('data: {}\n\n');
    at(7);
    listener.sign(seen);
    expect(read()).toBeUndefined();
  });

  it('is cut off when it does not take the end', async () => {
    const { listener, connection, gone } = listening();
    await listener.end();
    expect([connection.closed, gone()]).toEqual([true, 1]);
    await listener.end();
    expect(gone()).toBe(1);
  });
});
