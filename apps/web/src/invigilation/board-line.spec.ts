// The line to the board: when it is live, when it asks by itself, and when it must say that what is shown is old.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem } from '../platform/problem.js';
import {
  BoardLine,
  type LineParts,
  pollMs,
  quietMs,
  renewMs,
  reopenMs,
  retryStreamMs,
} from './board-line.js';
import { FakeStream } from './fake-stream.sample.js';
import { board, news } from './invigilation.sample.js';

const offline = () => new Problem({ code: 'network.offline', status: 0 });
let read: jest.Mock<LineParts['read']>;
let states: string[];
let parts: LineParts;
let line: BoardLine;
const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers();
  FakeStream.all = [];
  states = [];
  read = jest.fn(() => Promise.resolve(board()));
  parts = {
    open: () => new FakeStream('/stream'),
    read,
    onNews: jest.fn<LineParts['onNews']>(),
    onSign: jest.fn<LineParts['onSign']>(),
    onBoard: jest.fn<LineParts['onBoard']>(),
    onState: (state) => states.push(state),
    onRefused: jest.fn<LineParts['onRefused']>(),
  };
  line = new BoardLine(parts);
});
afterEach(() => {
  line.end();
  jest.useRealTimers();
});

describe('the line to the board', () => {
  it('hands on the news and asks nothing while they come', async () => {
    line.start();
    for (let i = 0; i < 5; i += 1) {
      await wait(quietMs - 1_000);
      FakeStream.last().say(news());
      if (i === 1) expect(read).not.toHaveBeenCalled();
    }
    expect(parts.onNews).toHaveBeenCalledTimes(5);
    expect(states).toEqual([]);
  });

  it('asks when nothing was heard for a while: a line may be dead without knowing', async () => {
    line.start();
    await wait(quietMs + 10);
    expect(read).toHaveBeenCalledTimes(1);
    expect(states).toEqual([]);
    read.mockRejectedValue(offline());
    await wait(quietMs + 10);
    expect(states).toEqual(['lost']);
  });

  it('takes a sign of life for what it is: nothing is asked while they come, but for what news do not hold', async () => {
    line.start();
    const serverTime = '2026-11-22T01:00:00.000Z';
    for (let ms = 0; ms < renewMs; ms += quietMs - 2_000) {
      expect(read).not.toHaveBeenCalled();
      await wait(quietMs - 2_000);
      FakeStream.last().sign(serverTime);
    }
    expect(parts.onSign).toHaveBeenCalledWith({ serverTime });
    expect(parts.onNews).not.toHaveBeenCalled();
    await wait(quietMs - 2_000);
    FakeStream.last().sign(serverTime);
    expect(read).toHaveBeenCalledTimes(1);
    expect(states).toEqual([]);
  });

  it('opens the stream again after one failure, and reads what was missed', async () => {
    line.start();
    FakeStream.last().fail();
    expect(states).toEqual(['mending']);
    await wait(reopenMs + 10);
    expect(FakeStream.all).toHaveLength(2);
    const before = read.mock.calls.length;
    FakeStream.last().say(news());
    await wait(0);
    expect(read.mock.calls.length).toBe(before + 1);
    expect(states.at(-1)).toBe('live');
    expect(FakeStream.all[0]?.isClosed).toBe(true);
  });

  it('asks every five seconds after two failures, tries the stream now and then, and is live again with its news', async () => {
    line.start();
    FakeStream.last().fail();
    await wait(reopenMs + 10);
    FakeStream.last().fail();
    await wait(0);
    const before = read.mock.calls.length;
    await wait(3 * pollMs + 50);
    expect(read.mock.calls.length).toBe(before + 3);
    expect(states.at(-1)).toBe('asking');
    await wait(retryStreamMs);
    expect(FakeStream.all).toHaveLength(3);
    FakeStream.last().say(news());
    await wait(0);
    expect(states.at(-1)).toBe('live');
  });

  it('says that it is lost when the server is not reached, goes on trying, and comes back by itself', async () => {
    read.mockRejectedValue(offline());
    line.start();
    FakeStream.last().fail();
    await wait(0);
    expect(states).toEqual(['mending', 'lost']);
    read.mockResolvedValue(board());
    await wait(pollMs + 10);
    expect(states.at(-1)).not.toBe('lost');
  });

  it('is lost at once when the device says that it has no network, and live again with the first news', async () => {
    line.start();
    line.drop();
    expect(states).toEqual(['lost']);
    await wait(pollMs + 10);
    const before = read.mock.calls.length;
    expect(before).toBeGreaterThan(0);
    FakeStream.last().say(news());
    expect(states.at(-1)).toBe('live');
  });

  it('stops at a refusal that asking again does not mend', async () => {
    read.mockRejectedValue(new Problem({ code: 'exam.not-found', status: 404 }));
    line.start();
    FakeStream.last().fail();
    await wait(0);
    expect(parts.onRefused).toHaveBeenCalledTimes(1);
    const before = read.mock.calls.length;
    await wait(10 * pollMs);
    expect(read.mock.calls.length).toBe(before);
  });

  it('asks every five seconds in a browser without event streams', async () => {
    parts.open = () => null;
    line.start();
    await wait(2 * pollMs + 50);
    expect(read).toHaveBeenCalledTimes(2);
    expect(states).toEqual(['asking']);
  });

  it('begins anew at once when the person or the network is back', async () => {
    line.start();
    line.wake();
    await wait(0);
    expect(FakeStream.all).toHaveLength(2);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is silent once it has ended', async () => {
    line.start();
    line.end();
    await wait(10 * quietMs);
    expect(read).not.toHaveBeenCalled();
    expect(FakeStream.last().isClosed).toBe(true);
  });
});
