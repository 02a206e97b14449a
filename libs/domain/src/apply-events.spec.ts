// Learning events: sent twice, late, split or out of order they give one and the same state.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  applyEvents,
  emptyLessonState,
  eventFits,
  type EventLesson,
  type LearningEvent,
} from './apply-events.js';

const question = { options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] };
const lesson: EventLesson = {
  blocks: [
    { id: 'text', type: 'text' },
    { id: 'image', type: 'image' },
    { id: 'video', type: 'video', durationSeconds: 100 },
    { id: 'check', type: 'check', question },
    { id: 'check2', type: 'check', question },
  ],
};
const base = { id: 'e1', occurredAt: '2026-03-02T08:00:00.000Z' };
const after = (...events: LearningEvent[]) => applyEvents(lesson, emptyLessonState(), events);
const answered = (optionIds: string[], occurredAt: string, id = 'e1'): LearningEvent => ({
  id,
  kind: 'answered',
  blockId: 'check',
  occurredAt,
  optionIds,
});

const times = fc.constantFrom(
  '2026-03-02T08:00:00Z',
  '2026-03-02T08:00:00.500Z',
  '2026-03-02T08:00:01Z',
  '2026-03-02T07:59:59.9Z',
);
const eventBase = {
  // Few ids on purpose: a device that reuses one must not make the order matter.
  id: fc.constantFrom('e1', 'e2'),
  blockId: fc.constantFrom('text', 'image', 'video', 'check', 'check2', 'elsewhere'),
  occurredAt: times,
};
const interval = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]): [number, number] => [from, from + length]);
const event: fc.Arbitrary<LearningEvent> = fc.oneof(
  fc.record({ ...eventBase, kind: fc.constantFrom('position' as const, 'seen' as const) }),
  fc.record({
    ...eventBase,
    kind: fc.constant('watched' as const),
    intervals: fc.array(interval, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    ...eventBase,
    kind: fc.constant('answered' as const),
    optionIds: fc.array(fc.constantFrom('a', 'b', 'c', 'zz'), { minLength: 1, maxLength: 3 }),
  }),
);
const events = fc.array(event, { maxLength: 25 });
const anyOrder = events.chain((list) =>
  fc.record({
    list: fc.constant(list),
    // Every event at least once, some again, in any order.
    sent: fc
      .array(fc.constantFrom(...(list.length > 0 ? list : [undefined])), { maxLength: 10 })
      .chain((again) => {
        const all = [...list, ...again.filter((one) => one !== undefined)];
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      }),
    cut: fc.nat({ max: 35 }),
  }),
);

describe('whether an event fits', () => {
  const fits: { name: string; event: LearningEvent; verdict: string }[] = [
    { name: 'seeing a text', event: { ...base, kind: 'seen', blockId: 'text' }, verdict: 'ok' },
    { name: 'seeing a video', event: { ...base, kind: 'seen', blockId: 'video' }, verdict: 'ok' },
    { name: 'standing at a check', event: { ...base, kind: 'position', blockId: 'check' }, verdict: 'ok' },
    {
      name: 'standing in another lesson',
      event: { ...base, kind: 'position', blockId: 'elsewhere' },
      verdict: 'block-unknown',
    },
    {
      name: 'watching a video',
      event: { ...base, kind: 'watched', blockId: 'video', intervals: [[0, 9]] },
      verdict: 'ok',
    },
    {
      name: 'watching a text',
      event: { ...base, kind: 'watched', blockId: 'text', intervals: [[0, 9]] },
      verdict: 'mismatch',
    },
    {
      name: 'answering a check',
      event: { ...base, kind: 'answered', blockId: 'check', optionIds: ['a'] },
      verdict: 'ok',
    },
    {
      name: 'answering a text',
      event: { ...base, kind: 'answered', blockId: 'text', optionIds: ['a'] },
      verdict: 'mismatch',
    },
    {
      name: 'an option that is not there',
      event: { ...base, kind: 'answered', blockId: 'check', optionIds: ['a', 'z'] },
      verdict: 'mismatch',
    },
    {
      name: 'an answer without a choice',
      event: { ...base, kind: 'answered', blockId: 'check', optionIds: [] },
      verdict: 'mismatch',
    },
  ];
  it.each(fits)('$name: $verdict', ({ event: given, verdict }) => {
    expect(eventFits(lesson, given)).toBe(verdict);
  });
});

describe('what an event meets', () => {
  const cases: { name: string; given: LearningEvent[]; met: string[] }[] = [
    { name: 'seeing a text meets it', given: [{ ...base, kind: 'seen', blockId: 'text' }], met: ['text'] },
    {
      name: 'seeing a picture meets it',
      given: [{ ...base, kind: 'seen', blockId: 'image' }],
      met: ['image'],
    },
    {
      name: 'seeing a video or a check meets nothing',
      given: [
        { ...base, kind: 'seen', blockId: 'video' },
        { ...base, kind: 'seen', blockId: 'check' },
      ],
      met: [],
    },
    {
      name: 'standing at a text meets nothing',
      given: [{ ...base, kind: 'position', blockId: 'text' }],
      met: [],
    },
    {
      name: '89 seconds of 100 do not meet a video',
      given: [{ ...base, kind: 'watched', blockId: 'video', intervals: [[0, 89]] }],
      met: [],
    },
    {
      name: 'two halves together meet a video',
      given: [
        { ...base, kind: 'watched', blockId: 'video', intervals: [[0, 50]] },
        { ...base, id: 'e2', kind: 'watched', blockId: 'video', intervals: [[50, 90]] },
      ],
      met: ['video'],
    },
    { name: 'any answer meets a check', given: [answered(['c'], base.occurredAt)], met: ['check'] },
    {
      name: 'an answer that does not fit meets nothing',
      given: [answered(['zz'], base.occurredAt)],
      met: [],
    },
  ];
  it.each(cases)('$name', ({ given, met }) => {
    expect(after(...given).metBlockIds).toEqual(met);
  });

  it('joins the halves of a video over two saves, and what was met stays met', () => {
    const half = after({ ...base, kind: 'watched', blockId: 'video', intervals: [[0, 50]] });
    const whole = applyEvents(lesson, half, [
      { ...base, kind: 'watched', blockId: 'video', intervals: [[45, 100]] },
    ]);
    expect(whole).toMatchObject({ metBlockIds: ['video'], watched: { video: [[0, 100]] } });
    expect(
      applyEvents({ blocks: [{ id: 'video', type: 'video', durationSeconds: 900 }] }, whole, []).metBlockIds,
    ).toEqual(['video']);
  });
});

describe('which answer and position are kept', () => {
  it('keeps the latest answer by the device clock', () => {
    const early = answered(['a'], '2026-03-02T08:00:00Z', 'e9');
    const late = answered(['b', 'c', 'b'], '2026-03-02T08:00:00.500Z', 'e1');
    expect(after(late, early).answers).toEqual({
      check: { optionIds: ['b', 'c'], at: '2026-03-02T08:00:00.500Z', eventId: 'e1' },
    });
  });

  it('lets the greater event id decide at the same moment, however the moment is written', () => {
    const kept = after(
      answered(['a'], '2026-03-02T08:00:00.000Z', 'e2'),
      answered(['b'], '2026-03-02T08:00:00Z', 'e1'),
    );
    expect(kept.answers['check']?.optionIds).toEqual(['a']);
  });

  it('keeps the same one of two answers that a device sent under one id at one moment, in either order', () => {
    const [one, other] = [answered(['a'], base.occurredAt), answered(['b'], base.occurredAt)];
    expect(after(one, other)).toEqual(after(other, one));
  });

  it('keeps the latest position', () => {
    const position = (blockId: string, occurredAt: string): LearningEvent => ({
      id: blockId,
      kind: 'position',
      blockId,
      occurredAt,
    });
    const state = after(position('video', '2026-03-02T09:00:00Z'), position('text', '2026-03-02T08:00:00Z'));
    expect(state.position).toEqual({ blockId: 'video', at: '2026-03-02T09:00:00Z', eventId: 'video' });
  });
});

describe('the merge of events', () => {
  it('gives the same state, byte for byte, for any order, repetition and split', () => {
    fc.assert(
      fc.property(anyOrder, ({ list, sent, cut }) => {
        const once = JSON.stringify(after(...list));
        expect(JSON.stringify(after(...sent))).toBe(once);
        const first = applyEvents(lesson, emptyLessonState(), sent.slice(0, cut));
        expect(JSON.stringify(applyEvents(lesson, first, sent.slice(cut)))).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing when everything is sent again, and leaves the given state as it is', () => {
    fc.assert(
      fc.property(events, events, (list, more) => {
        const state = after(...list);
        const before = JSON.stringify(state);
        expect(applyEvents(lesson, state, list)).toEqual(state);
        applyEvents(lesson, state, more);
        expect(JSON.stringify(state)).toBe(before);
      }),
    );
  });

  it('never takes back what was met', () => {
    fc.assert(
      fc.property(events, events, (list, more) => {
        const { metBlockIds } = after(...list);
        expect(after(...list, ...more).metBlockIds).toEqual(expect.arrayContaining(metBlockIds));
      }),
    );
  });
});
