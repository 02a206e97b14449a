// What shows when: nothing before the release, nothing of a closed window while answers may still arrive.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ShownWhen } from './quiz-rule.js';
import { whatShows } from './shown.js';

const at = (time: string) => new Date(`2026-05-05T${time}Z`);
const facts = {
  submittedAt: at('09:00:00'),
  closesAt: at('11:00:00'),
  now: at('10:00:00'),
  isReleased: true,
};
const whens: ShownWhen[] = ['at-once', 'after-submit', 'after-close', 'never'];

describe('feedback and key', () => {
  const cases: {
    when: ShownWhen;
    over: Partial<Parameters<typeof whatShows>[1]>;
    shows: boolean;
    nextAt?: Date;
    name: string;
  }[] = [
    { name: 'show with each final answer', when: 'at-once', over: { submittedAt: null }, shows: true },
    { name: 'still show after the submission', when: 'at-once', over: {}, shows: true },
    { name: 'wait for the submission', when: 'after-submit', over: { submittedAt: null }, shows: false },
    { name: 'show from the submission on', when: 'after-submit', over: {}, shows: true },
    {
      name: 'wait for the close and the grace',
      when: 'after-close',
      over: {},
      shows: false,
      nextAt: at('11:30:00'),
    },
    {
      name: 'wait for the grace, in which answers are still taken',
      when: 'after-close',
      over: { now: at('11:29:59.999') },
      shows: false,
      nextAt: at('11:30:00'),
    },
    { name: 'show when the grace is over', when: 'after-close', over: { now: at('11:30:00') }, shows: true },
    {
      name: 'never show to somebody who has not handed in',
      when: 'after-close',
      over: { submittedAt: null, now: at('12:00:00') },
      shows: false,
    },
    {
      name: 'wait for ever where no window closes',
      when: 'after-close',
      over: { closesAt: null },
      shows: false,
    },
    {
      name: 'wait for late answers to an attempt that its deadline closed, or they would be read off the key',
      when: 'after-submit',
      over: { answersUntil: at('10:00:00.001') },
      shows: false,
      nextAt: at('10:00:00.001'),
    },
    {
      name: 'wait for late answers though questions of the same attempt were shown at once',
      when: 'at-once',
      over: { answersUntil: at('10:20:00') },
      shows: false,
      nextAt: at('10:20:00'),
    },
    {
      name: 'show when no more late answers are taken',
      when: 'after-submit',
      over: { answersUntil: at('10:00:00') },
      shows: true,
    },
    {
      name: 'wait for the later of both graces',
      when: 'after-close',
      over: { answersUntil: at('12:00:00') },
      shows: false,
      nextAt: at('12:00:00'),
    },
    { name: 'never show', when: 'never', over: { now: at('23:00:00') }, shows: false },
    {
      name: 'do not show before the release',
      when: 'after-submit',
      over: { isReleased: false },
      shows: false,
    },
    {
      name: 'do not even show at once before the release',
      when: 'at-once',
      over: { isReleased: false, submittedAt: null },
      shows: false,
    },
    {
      name: 'name no time that the release could belie',
      when: 'after-close',
      over: { isReleased: false },
      shows: false,
    },
  ];
  it.each(cases)('$name ($when)', ({ when, over, shows, nextAt = null }) => {
    const rule = { feedback: when, key: when, graceMinutes: 30 };
    expect(whatShows(rule, { ...facts, ...over })).toMatchObject({ feedback: shows, key: shows, nextAt });
  });

  it('show apart from each other', () => {
    const rule = { feedback: 'after-submit', key: 'after-close', graceMinutes: 0 } as const;
    expect(whatShows(rule, facts)).toEqual({
      mark: true,
      parts: true,
      feedback: true,
      key: false,
      nextAt: at('11:00:00'),
    });
  });

  it('once shown never hide again as time goes on, and show at the named time', () => {
    const when = fc.constantFrom(...whens);
    const time = fc.integer({ min: 0, max: 100_000_000 }).map((ms) => new Date(ms));
    const rules = fc.record({ feedback: when, key: when, graceMinutes: fc.integer({ min: 0, max: 240 }) });
    const situations = fc.record({
      submittedAt: fc.option(time),
      closesAt: fc.option(time),
      now: time,
      isReleased: fc.boolean(),
      answersUntil: fc.option(time),
    });
    fc.assert(
      fc.property(rules, situations, fc.nat(100_000_000), (rule, situation, ms) => {
        const before = whatShows(rule, situation);
        const after = whatShows(rule, { ...situation, now: new Date(situation.now.getTime() + ms) });
        expect(before.feedback && !after.feedback).toBe(false);
        expect(before.key && !after.key).toBe(false);
        if (!before.nextAt) return;
        expect(before.nextAt > situation.now).toBe(true);
        const then = whatShows(rule, { ...situation, now: before.nextAt });
        expect([then.feedback, then.key]).not.toEqual([before.feedback, before.key]);
      }),
    );
  });
});

describe('the mark', () => {
  const rule = { feedback: 'at-once', key: 'after-submit', graceMinutes: 30 } as const;

  it('waits with everything that tells of it while late answers may still change it', () => {
    const heldUntil = at('10:30:00');
    expect(whatShows(rule, { ...facts, closesAt: null, heldUntil })).toEqual({
      ...{ mark: false, parts: false, feedback: false, key: false },
      nextAt: heldUntil,
    });
    // What showed with each final answer before the end goes on to show in an attempt that is open again.
    expect(whatShows(rule, { ...facts, submittedAt: null, heldUntil })).toMatchObject({ feedback: true });
  });

  it('says no time before the release, whatever else it waits for', () => {
    const held = { ...facts, isReleased: false, heldUntil: at('10:30:00') };
    expect(whatShows(rule, held)).toEqual({
      ...{ mark: false, parts: false, feedback: false, key: false },
      nextAt: null,
    });
  });

  const silent = { feedback: 'never', key: 'never', graceMinutes: 30 } as const;
  it.each([
    { name: 'shows after the submission', over: {}, shows: true },
    { name: 'is none before the submission', over: { submittedAt: null }, shows: false },
    { name: 'waits for the release', over: { isReleased: false }, shows: false },
  ])('$name', ({ over, shows }) => {
    expect(whatShows(silent, { ...facts, ...over }).mark).toBe(shows);
  });

  it('shows as a whole only while late answers are taken: by parts it would tell which answers are wrong', () => {
    const answersUntil = at('10:20:00');
    expect(whatShows(silent, { ...facts, answersUntil })).toMatchObject({ mark: true, parts: false });
    const then = { ...facts, answersUntil, now: answersUntil };
    expect(whatShows(silent, then)).toMatchObject({ mark: true, parts: true });
  });
});
