// The server's time on a device whose own clock is wrong, is changed, sleeps, or belongs to a browser that was closed.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { forgetServerClock, noteServerTime, serverNow, withServerTime } from './server-clock.js';

const nine = Date.parse('2026-11-21T02:00:00.000Z');
const at = (ms: number) => new Date(nine + ms).toISOString();
let monotonic = 0;
let device = 0;
const pass = (ms: number) => {
  monotonic += ms;
  device += ms;
};
const show = (state: 'visible' | 'hidden') => {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('the clock of the server', () => {
  beforeEach(() => {
    monotonic = 1_000;
    // Three hours wrong from the beginning.
    device = nine + 3 * 3_600_000;
    jest.spyOn(performance, 'now').mockImplementation(() => monotonic);
    jest.spyOn(Date, 'now').mockImplementation(() => device);
    localStorage.clear();
    forgetServerClock();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is measured by half the way there and back, whatever the device says', () => {
    noteServerTime(1_000, 1_200, at(0));
    monotonic = 1_200;
    expect(serverNow()).toBe(nine + 100);
  });

  it('keeps the measurement with the shortest way, until another contradicts it', () => {
    noteServerTime(1_000, 1_040, at(0));
    noteServerTime(2_000, 4_000, at(1_900));
    monotonic = 5_020;
    expect(serverNow()).toBe(nine + 4_000);
    noteServerTime(5_000, 5_100, at(63_980));
    monotonic = 5_050;
    expect(serverNow()).toBe(nine + 63_980);
  });

  it('does not move when somebody sets the clock of the device', () => {
    noteServerTime(1_000, 1_000, at(0));
    device -= 3_600_000;
    pass(5_000);
    expect(serverNow()).toBe(nine + 5_000);
    device += 7_200_000;
    expect(serverNow()).toBe(nine + 5_000);
  });

  it('counts the time that a phone slept, hidden and without a network', () => {
    noteServerTime(1_000, 1_000, at(0));
    show('hidden');
    device += 600_000;
    show('visible');
    expect(serverNow()).toBe(nine + 600_000);
    show('hidden');
    device -= 3_600_000;
    show('visible');
    expect(serverNow()).toBe(nine + 600_000);
  });

  it('goes on after a closed browser, and does not go back with a clock that was set back meanwhile', () => {
    noteServerTime(1_000, 1_000, at(0));
    forgetServerClock();
    device += 60_000;
    monotonic = 10;
    expect(serverNow()).toBe(nine + 60_000);
    forgetServerClock();
    device -= 3_600_000;
    expect(serverNow()).toBe(nine + 60_000);
    pass(1_000);
    expect(serverNow()).toBe(nine + 61_000);
  });

  it('is measured with a request and its answer', async () => {
    const ask = () => {
      pass(300);
      return Promise.resolve({ serverTime: at(0) });
    };
    await withServerTime(ask, ({ serverTime }) => serverTime);
    expect(serverNow()).toBe(nine + 150);
  });
});
