// Trying a quiz again: attempts are counted when they start, pauses when they end.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attemptsLeft, canStartAttempt, nextAttemptAt, type AttemptFact } from './attempts.js';

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
  ];
  it.each(cases)('$name', ({ attempts, lockedBy = [], now, verdict }) => {
    expect(canStartAttempt({ ...anytime, rule, attempts, lockedBy, now: at(now) })).toEqual(verdict);
  });

  it('asks for no pause when the rule has none', () => {
    expect(nextAttemptAt({ ...rule, pauseMinutes: 0 }, [failed], at('08:20:00'))).toBeNull();
  });

  it('gives no time for a next attempt when there is none', () => {
    expect(nextAttemptAt({ ...rule, attemptsAllowed: 1 }, [failed], at('08:21:00'))).toBeNull();
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
