// What is left, what is newer, and what a change of the clock is called.
import { describe, expect, it } from '@jest/globals';
import { clockDigits, clockNews, newerState, remainingMs } from './attempt-clock.js';
import { sampleState } from './attempt.sample.js';

const at = (time: string) => `2026-11-21T02:${time}.000Z`;
const state = (change = {}) => sampleState({ serverTime: at('40:00'), deadlineAt: at('50:00'), ...change });

describe('the clock of an attempt', () => {
  it('counts down to nothing and no further, and stands still during a pause', () => {
    expect(remainingMs(state(), Date.parse(at('45:30')))).toBe(270_000);
    expect(remainingMs(state(), Date.parse(at('59:00')))).toBe(0);
    expect(remainingMs(state({ pausedAt: at('44:00') }), Date.parse(at('59:00')))).toBe(360_000);
    expect(remainingMs(state({ deadlineAt: null }), 0)).toBeNull();
  });

  it('is written in minutes, and in hours from an hour on; a second that has begun counts', () => {
    expect([0, 1, 59_999, 744_000, 3_599_001, 3_600_000, 3_909_000].map(clockDigits)).toEqual([
      '00:00',
      '00:01',
      '01:00',
      '12:24',
      '1:00:00',
      '1:00:00',
      '1:05:09',
    ]);
  });

  it('believes the newest word of the server, in whatever order words arrive', () => {
    const older = state();
    const newer = state({ serverTime: at('41:00'), deadlineAt: at('55:00') });
    expect(newerState(older, newer)).toBe(newer);
    expect(newerState(newer, older)).toBe(newer);
  });

  it('tells a credit from the end of a pause, and says nothing of seconds', () => {
    expect(clockNews(state(), state({ deadlineAt: at('55:00') }))).toEqual({ kind: 'credited', minutes: 5 });
    expect(clockNews(state(), state({ deadlineAt: at('50:02') }))).toBeNull();
    expect(clockNews(state({ pausedAt: at('44:00') }), state({ deadlineAt: at('58:00') }))).toEqual({
      kind: 'resumed',
    });
    expect(clockNews(state(), state({ pausedAt: at('44:00') }))).toBeNull();
  });
});
