// The clock: when an attempt ends, and every way in which an answer can arrive.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  closingDelaySeconds,
  deadlineOf,
  isDue,
  judgeArrival,
  lastStartOf,
  pausedSeconds,
  type ArrivalFacts,
  type ArrivalVerdict,
} from './attempt-clock.js';

const at = (time: string) => new Date(`2026-05-05T${time}Z`);
const minutes = (count: number) => count * 60_000;
const some = fc.integer({ min: 0, max: 10_000_000 });
const startedAt = at('08:00:00');

describe('the deadline', () => {
  const base = { startedAt, timeLimitMinutes: 45, extraSeconds: 0, closesAt: null };
  const cases: { name: string; facts: Parameters<typeof deadlineOf>[0]; ends: Date | null }[] = [
    { name: 'is the limit after the start', facts: base, ends: at('08:45:00') },
    { name: 'is none without limit and window', facts: { ...base, timeLimitMinutes: null }, ends: null },
    {
      name: 'is the end of the window without a limit',
      facts: { ...base, timeLimitMinutes: null, closesAt: at('10:00:00') },
      ends: at('10:00:00'),
    },
    {
      name: 'is the limit where the window ends later',
      facts: { ...base, closesAt: at('10:00:00') },
      ends: at('08:45:00'),
    },
    {
      name: 'is the end of the window for somebody who started late',
      facts: { ...base, closesAt: at('08:30:00') },
      ends: at('08:30:00'),
    },
    {
      name: 'runs past the window by what was credited',
      facts: { ...base, closesAt: at('08:30:00'), extraSeconds: 300 },
      ends: at('08:35:00'),
    },
    {
      name: 'runs past the window by the wait before a spread start',
      facts: { ...base, startedAt: at('08:00:12.500'), closesAt: at('08:45:00'), waitMs: 12_500 },
      ends: at('08:45:12.500'),
    },
    {
      name: 'gives the wait back once, not twice, where the limit counts from the start',
      facts: { ...base, startedAt: at('08:00:12.500'), closesAt: at('10:00:00'), waitMs: 12_500 },
      ends: at('08:45:12.500'),
    },
  ];
  it.each(cases)('$name', ({ facts, ends }) => {
    expect(deadlineOf(facts)).toEqual(ends);
  });

  it('never comes earlier by a credit, an extension or a wait, and by as much later as was given', () => {
    const facts = fc.record({
      startedAt: some.map((ms) => new Date(ms)),
      timeLimitMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
      extraSeconds: fc.integer({ min: 0, max: 20_000 }),
      closesAt: fc.option(some.map((ms) => new Date(ms))),
      waitMs: fc.integer({ min: 0, max: 120_000 }),
    });
    fc.assert(
      fc.property(facts, fc.nat(10_000), fc.nat(120_000), (given, credit, wait) => {
        const before = deadlineOf(given);
        const after = deadlineOf({ ...given, extraSeconds: given.extraSeconds + credit });
        const waited = deadlineOf({ ...given, waitMs: given.waitMs + wait });
        expect((after?.getTime() ?? 0) - (before?.getTime() ?? 0)).toBe(before ? credit * 1_000 : 0);
        expect(waited?.getTime() ?? 0).toBeGreaterThanOrEqual(before?.getTime() ?? 0);
      }),
    );
  });

  it('gives the whole pause back, in whole seconds, never less', () => {
    expect(pausedSeconds(at('08:10:00'), at('08:17:00.001'))).toBe(421);
    fc.assert(
      fc.property(some, some, (paused, resumed) => {
        const given = pausedSeconds(new Date(paused), new Date(resumed));
        expect(given).toBeGreaterThanOrEqual(0);
        expect(given * 1_000 - Math.max(0, resumed - paused)).toBeGreaterThanOrEqual(0);
        expect(given * 1_000 - Math.max(0, resumed - paused)).toBeLessThan(1_000);
      }),
    );
  });
});

describe('the last moment to begin an exam', () => {
  const closesAt = at('10:00:00');
  it.each([
    { who: 'a candidate has until it closes', attemptNumber: 1, timeLimitMinutes: 45, until: closesAt },
    {
      who: 'a restarted one has the whole time more',
      attemptNumber: 2,
      timeLimitMinutes: 45,
      until: at('10:45:00'),
    },
    {
      who: 'a restarted one has no more without a limit',
      attemptNumber: 2,
      timeLimitMinutes: null,
      until: closesAt,
    },
  ])('$who', ({ attemptNumber, timeLimitMinutes, until }) => {
    expect(lastStartOf({ closesAt, attemptNumber }, { timeLimitMinutes })).toEqual(until);
  });
});

describe('the closing by the server', () => {
  const open = { deadlineAt: at('08:45:00'), pausedAt: null, submittedAt: null };
  it.each([
    { name: 'waits for answers under way', attempt: open, now: at('08:45:09.999'), due: false },
    { name: 'comes ten seconds after the deadline', attempt: open, now: at('08:45:10'), due: true },
    {
      name: 'never comes while the clock is stopped',
      attempt: { ...open, pausedAt: at('08:30:00') },
      now: at('12:00:00'),
      due: false,
    },
    {
      name: 'never comes twice',
      attempt: { ...open, submittedAt: at('08:45:10') },
      now: at('12:00:00'),
      due: false,
    },
    {
      name: 'never comes without a deadline',
      attempt: { ...open, deadlineAt: null },
      now: at('12:00:00'),
      due: false,
    },
  ])('$name', ({ attempt, now, due }) => {
    expect(isDue(attempt, now)).toBe(due);
  });
});

const running: ArrivalFacts = {
  startedAt,
  deadlineAt: at('08:45:00'),
  pausedAt: null,
  submittedAt: null,
  closedBy: null,
  graceMinutes: 30,
  arrivedAt: at('08:20:00'),
  answeredAt: null,
};
const closed = { submittedAt: at('08:45:10'), closedBy: 'deadline' as const };

describe('an answer that arrives', () => {
  const cases: { name: string; facts: Partial<ArrivalFacts>; verdict: ArrivalVerdict }[] = [
    { name: 'before the deadline is in time', facts: {}, verdict: { take: 'in-time' } },
    {
      name: 'at the deadline is in time',
      facts: { arrivedAt: at('08:45:00') },
      verdict: { take: 'in-time' },
    },
    {
      name: 'before the deadline is in time whatever the device says',
      facts: { answeredAt: at('23:00:00') },
      verdict: { take: 'in-time' },
    },
    {
      name: 'where there is no deadline is in time',
      facts: { deadlineAt: null, arrivedAt: at('23:00:00') },
      verdict: { take: 'in-time' },
    },
    {
      name: 'while the clock is stopped is in time, the deadline being past or not',
      facts: { pausedAt: at('08:30:00'), arrivedAt: at('09:00:00') },
      verdict: { take: 'in-time' },
    },
    {
      name: 'just after the deadline was merely under way',
      facts: { arrivedAt: at('08:45:10'), answeredAt: at('08:45:00') },
      verdict: { take: 'in-time' },
    },
    {
      name: 'later, given in time, is late even though nothing is closed yet',
      facts: { arrivedAt: at('08:45:10.001'), answeredAt: at('08:44:00') },
      verdict: { take: 'late' },
    },
    {
      name: 'at the end of the grace, given in time, is late',
      facts: { ...closed, arrivedAt: at('09:15:00'), answeredAt: at('08:44:00') },
      verdict: { take: 'late' },
    },
    {
      name: 'after the closing is late even within the seconds for answers under way',
      facts: { ...closed, arrivedAt: at('08:45:10'), answeredAt: at('08:44:00') },
      verdict: { take: 'late' },
    },
    {
      name: 'after the grace is too late',
      facts: { ...closed, arrivedAt: at('09:15:00.001'), answeredAt: at('08:44:00') },
      verdict: { refuse: 'too-late' },
    },
    {
      name: 'after the deadline, given after it, is too late',
      facts: { ...closed, arrivedAt: at('08:50:00'), answeredAt: at('08:45:00.001') },
      verdict: { refuse: 'too-late' },
    },
    {
      name: 'after the deadline without a word on when it was given is too late',
      facts: { arrivedAt: at('08:45:01') },
      verdict: { refuse: 'too-late' },
    },
    {
      name: 'after the deadline, given before the start, has a wrong clock',
      facts: { ...closed, arrivedAt: at('08:50:00'), answeredAt: at('07:59:54.999') },
      verdict: { refuse: 'time-invalid' },
    },
    {
      name: 'after the deadline, given in the future, has a wrong clock',
      facts: { ...closed, arrivedAt: at('08:50:00'), answeredAt: at('08:50:05.001') },
      verdict: { refuse: 'time-invalid' },
    },
    {
      name: 'after the learner handed in finds it closed, the deadline being past or not',
      facts: { submittedAt: at('08:10:00'), closedBy: 'learner', answeredAt: at('08:05:00') },
      verdict: { refuse: 'closed' },
    },
    {
      name: 'after an invigilator handed in finds it closed',
      facts: { submittedAt: at('08:10:00'), closedBy: 'invigilator', answeredAt: at('08:05:00') },
      verdict: { refuse: 'closed' },
    },
    {
      name: 'at an attempt that was closed when nobody wrote down by whom finds it closed',
      facts: { submittedAt: at('08:10:00'), answeredAt: at('08:05:00') },
      verdict: { refuse: 'closed' },
    },
    {
      name: 'without a grace only counts while it was under way',
      facts: { graceMinutes: 0, arrivedAt: at('08:45:10'), answeredAt: at('08:44:00') },
      verdict: { take: 'in-time' },
    },
    {
      name: 'without a grace is too late after that',
      facts: { graceMinutes: 0, arrivedAt: at('08:45:10.001'), answeredAt: at('08:44:00') },
      verdict: { refuse: 'too-late' },
    },
  ];
  it.each(cases)('$name', ({ facts, verdict }) => {
    expect(judgeArrival({ ...running, ...facts })).toEqual(verdict);
  });

  const arrivals = fc.record({
    deadlineAt: fc.option(some.map((ms) => new Date(startedAt.getTime() + ms))),
    pausedAt: fc.option(some.map((ms) => new Date(startedAt.getTime() + ms))),
    graceMinutes: fc.integer({ min: 0, max: 240 }),
    arrivedAt: some.map((ms) => new Date(startedAt.getTime() + ms)),
    answeredAt: fc.option(
      fc.integer({ min: -100_000, max: 20_000_000 }).map((ms) => new Date(startedAt.getTime() + ms)),
    ),
  });

  it('is never refused by a credit that moves the deadline', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(minutes(60)), (facts, credit) => {
        const deadlineAt = facts.deadlineAt && new Date(facts.deadlineAt.getTime() + credit);
        if ('take' in judgeArrival({ ...running, ...facts }))
          expect(judgeArrival({ ...running, ...facts, deadlineAt })).toHaveProperty('take');
      }),
    );
  });

  it('never counts when it is given after the deadline and past the closing, whatever it says', () => {
    fc.assert(
      fc.property(arrivals, (facts) => {
        const verdict = judgeArrival({ ...running, ...facts, pausedAt: null });
        if (!facts.deadlineAt || facts.arrivedAt <= facts.deadlineAt) return;
        if ('take' in verdict) {
          expect(facts.answeredAt?.getTime()).toBeLessThanOrEqual(facts.deadlineAt.getTime());
          const after = facts.arrivedAt.getTime() - facts.deadlineAt.getTime();
          const room = Math.max(minutes(facts.graceMinutes), closingDelaySeconds * 1_000);
          expect(after).toBeLessThanOrEqual(room);
        }
      }),
    );
  });
});
