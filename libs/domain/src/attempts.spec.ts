// Trying a quiz again: attempts are counted when they start, pauses when they end.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  attemptsLeft,
  canStartAttempt,
  countingAttempt,
  nextAttemptAt,
  type AttemptFact,
  type AttemptWindow,
} from './attempts.js';

const rule = { attemptsAllowed: 3, pauseMinutes: 30 };
const anytime = { opensAt: null, closesAt: null, extraAttempts: 0 };
const at = (time: string) => new Date(`2026-03-02T${time}Z`);

function attempt(startedAt: string, submittedAt: string | null = null, hasPassed = false): AttemptFact {
  return {
    startedAt: at(startedAt),
    submittedAt: submittedAt ? at(submittedAt) : null,
    hasPassed: submittedAt ? hasPassed : null,
  };
}
const failed = attempt('08:00:00', '08:20:00');
const passed = attempt('08:00:00', '08:20:00', true);
const open = attempt('08:30:00');

describe('starting an attempt', () => {
  const cases: {
    name: string;
    attempts: AttemptFact[];
    lockedBy?: string[];
    window?: Partial<AttemptWindow>;
    now: string;
    verdict: object;
  }[] = [
    { name: 'may be done at once the first time', attempts: [], now: '08:00:00', verdict: { can: true } },
    {
      name: 'waits for the lessons that lock the quiz',
      attempts: [],
      lockedBy: ['lesson'],
      now: '08:00:00',
      verdict: { can: false, because: 'locked' },
    },
    {
      name: 'waits 30 minutes from the submission, not from the start',
      attempts: [failed],
      now: '08:49:59.999',
      verdict: { can: false, because: 'pause', at: at('08:50:00') },
    },
    {
      name: 'may be done when the pause is just over',
      attempts: [failed],
      now: '08:50:00',
      verdict: { can: true },
    },
    {
      name: 'may be done again after a pass, the best counts',
      attempts: [passed],
      now: '09:00:00',
      verdict: { can: true },
    },
    {
      name: 'waits after a pass too',
      attempts: [passed],
      now: '08:30:00',
      verdict: { can: false, because: 'pause', at: at('08:50:00') },
    },
    {
      name: 'is over when all attempts are used, the unsubmitted one included',
      attempts: [failed, failed, open],
      now: '23:00:00',
      verdict: { can: false, because: 'no-attempts-left' },
    },
    {
      name: 'names the lock before everything else',
      attempts: [failed, failed, failed],
      lockedBy: ['lesson'],
      now: '08:21:00',
      verdict: { can: false, because: 'locked' },
    },
    {
      name: 'counts the pause from the latest submission in whatever order the attempts come',
      attempts: [attempt('10:00:00', '10:10:00'), failed],
      now: '10:20:00',
      verdict: { can: false, because: 'pause', at: at('10:40:00') },
    },
    {
      name: 'waits for the window to open',
      attempts: [],
      window: { opensAt: at('09:00:00') },
      now: '08:59:59.999',
      verdict: { can: false, because: 'not-open', at: at('09:00:00') },
    },
    {
      name: 'may be done from the opening of the window',
      attempts: [],
      window: { opensAt: at('09:00:00'), closesAt: at('10:00:00') },
      now: '09:00:00',
      verdict: { can: true },
    },
    {
      name: 'is over at the close of the window, whatever else is in the way',
      attempts: [failed, failed, failed],
      lockedBy: ['lesson'],
      window: { closesAt: at('10:00:00') },
      now: '10:00:00',
      verdict: { can: false, because: 'over' },
    },
    {
      name: 'is over when the pause outlasts the window',
      attempts: [failed],
      window: { closesAt: at('08:50:00') },
      now: '08:40:00',
      verdict: { can: false, because: 'over' },
    },
    {
      name: 'waits for the pause where it ends after the opening',
      attempts: [failed],
      window: { opensAt: at('08:45:00') },
      now: '08:40:00',
      verdict: { can: false, because: 'pause', at: at('08:50:00') },
    },
    {
      name: 'waits for the opening where it comes after the pause',
      attempts: [failed],
      window: { opensAt: at('09:00:00') },
      now: '08:40:00',
      verdict: { can: false, because: 'not-open', at: at('09:00:00') },
    },
    {
      name: 'may be done once more for every attempt that somebody was given',
      attempts: [failed, failed, failed],
      window: { extraAttempts: 1 },
      now: '12:00:00',
      verdict: { can: true },
    },
    {
      name: 'is over again when the given attempt is used',
      attempts: [failed, failed, failed, failed],
      window: { extraAttempts: 1 },
      now: '12:00:00',
      verdict: { can: false, because: 'no-attempts-left' },
    },
  ];
  it.each(cases)('$name', ({ attempts, lockedBy = [], window = {}, now, verdict }) => {
    expect(canStartAttempt({ ...anytime, ...window, rule, attempts, lockedBy, now: at(now) })).toEqual(
      verdict,
    );
  });

  it('asks for no pause when the rule has none', () => {
    expect(nextAttemptAt({ ...rule, pauseMinutes: 0 }, [failed], at('08:20:00'))).toBeNull();
  });

  it('gives no time for a next attempt when there is none', () => {
    expect(nextAttemptAt({ ...rule, attemptsAllowed: 1 }, [failed], at('08:21:00'))).toBeNull();
  });
});

describe('the attempt that counts', () => {
  const marked = (number: number, points: number | null, possiblePoints: number | null = 10_000) => ({
    number,
    points,
    possiblePoints,
  });
  const attempts = [marked(2, 9_000), marked(1, 5_000), marked(4, null), marked(3, 9_000)];
  it.each([
    { counts: 'best' as const, number: 2 },
    { counts: 'last' as const, number: 3 },
    { counts: 'first' as const, number: 1 },
  ])('is number $number of those with a mark when the $counts counts', ({ counts, number }) => {
    expect(countingAttempt({ counts }, attempts)?.number).toBe(number);
    expect(countingAttempt({ counts }, attempts.toReversed())?.number).toBe(number);
  });

  it('is the better share where papers differ in what was possible', () => {
    const best = countingAttempt({ counts: 'best' }, [marked(1, 9_000, 10_000), marked(2, 8_500, 9_000)]);
    expect(best?.number).toBe(2);
  });

  it('is none before anything is marked', () => {
    expect(countingAttempt({ counts: 'last' }, [marked(1, null)])).toBeNull();
  });

  it('is the same in whatever order the attempts come', () => {
    const lists = fc
      .array(fc.record({ points: fc.option(fc.nat(4)), possiblePoints: fc.integer({ min: 1, max: 4 }) }))
      .map((list) => list.map((one, index) => ({ ...one, number: index + 1 })));
    const orders = lists.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(
        orders,
        fc.constantFrom('best' as const, 'last' as const, 'first' as const),
        ([one, other], counts) => {
          expect(countingAttempt({ counts }, other)).toEqual(countingAttempt({ counts }, one));
        },
      ),
    );
  });
});

describe('attempts left', () => {
  it('are never below zero, and one less with every attempt', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 25 }),
        (attemptsAllowed, used) => {
          const attempts = Array.from({ length: used }, () => open);
          expect(attemptsLeft({ ...rule, attemptsAllowed }, attempts)).toBe(
            used > attemptsAllowed ? 0 : attemptsAllowed - used,
          );
        },
      ),
    );
  });

  it('let a learner start at the named time and not before, whatever pause, window and extension', () => {
    const time = fc.option(fc.integer({ min: -600, max: 600 }));
    fc.assert(
      fc.property(
        time,
        time,
        fc.nat(600),
        fc.integer({ min: 0, max: 600 }),
        (opens, closes, pauseMinutes, ms) => {
          const later = (minutes: number) => new Date(at('08:20:00').getTime() + minutes * 60_000);
          const window = {
            opensAt: opens === null ? null : later(opens),
            closesAt: closes === null ? null : later(closes),
            extraAttempts: 1,
          };
          const facts = {
            ...window,
            rule: { attemptsAllowed: 1, pauseMinutes },
            attempts: [failed],
            lockedBy: [],
          };
          const named = nextAttemptAt(facts.rule, facts.attempts, { ...window, now: later(ms) });
          if (!named) return;
          expect(canStartAttempt({ ...facts, now: named }).can).toBe(true);
          expect(canStartAttempt({ ...facts, now: new Date(named.getTime() - 1) }).can).toBe(false);
        },
      ),
    );
  });

  it('let a learner start exactly when the answered time has come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: -600, max: 1_200 }),
        (pauseMinutes, minutesLater) => {
          const facts = {
            ...anytime,
            rule: { attemptsAllowed: 2, pauseMinutes },
            attempts: [failed],
            lockedBy: [],
          };
          const now = new Date(at('08:20:00').getTime() + minutesLater * 60_000);
          const verdict = canStartAttempt({ ...facts, now });
          expect(verdict.can).toBe(minutesLater >= pauseMinutes);
          if (!verdict.can && verdict.because === 'pause')
            expect(canStartAttempt({ ...facts, now: verdict.at }).can).toBe(true);
        },
      ),
    );
  });
});
