// A clock that runs ahead: believed for some minutes, and never more than that.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEvents, emptyLessonState, type LearningEvent } from './apply-events.js';
import { believableTimes } from './believable-times.js';

const lesson = { blocks: ['a', 'b', 'c'].map((id) => ({ id, type: 'text' })) };
const now = new Date('2026-11-21T10:00:00.000Z');
const position = (blockId: string, occurredAt: string, id = blockId): LearningEvent => ({
  id,
  kind: 'position',
  blockId,
  occurredAt,
});
const save = (events: readonly LearningEvent[], state = emptyLessonState(), at = now) =>
  applyEvents(lesson, state, believableTimes(events, state, at));

describe('the time that a device claims', () => {
  it('is believed up to five minutes ahead, and as long ago as it says', () => {
    const events = [position('a', '2026-11-21T10:05:00Z'), position('b', '1999-01-01T00:00:00Z')];
    expect(believableTimes(events, emptyLessonState(), now)).toEqual(events);
    expect(believableTimes([], emptyLessonState(), now)).toEqual([]);
  });

  it('far ahead does not pin a lesson: another device goes on a few minutes later', () => {
    const wrong = save([position('a', '2099-01-01T00:00:00Z')]);
    expect(wrong.position?.at).toBe('2026-11-21T10:05:00.000Z');
    const later = save([position('b', '2026-11-21T10:06:00Z')], wrong, new Date('2026-11-21T10:06:00Z'));
    expect(later.position?.blockId).toBe('b');
  });

  it('keeps the order of what one device did, however far ahead it is', () => {
    const events = [
      position('c', '2099-01-01T00:02:00Z', '1'),
      position('a', '2099-01-01T00:00:00Z', '3'),
      position('b', '2099-01-01T00:01:00Z', '2'),
    ];
    expect(save(events).position?.blockId).toBe('c');
  });

  it('leaves events of the right time alone when others of the same device are ahead', () => {
    const right = position('a', '2026-11-21T09:59:00Z');
    expect(
      believableTimes([position('b', '2099-01-01T00:00:00Z'), right], emptyLessonState(), now),
    ).toContain(right);
  });

  it('changes nothing when it is sent again later', () => {
    const events = [position('a', '2099-01-01T00:00:00Z'), position('b', '2099-01-01T00:01:00Z')];
    const once = save(events);
    const tomorrow = new Date('2026-11-22T10:00:00Z');
    expect(save(events, once, tomorrow)).toEqual(once);
    expect(save([...events].reverse(), once, tomorrow)).toEqual(once);
    const next = position('c', '2099-01-02T00:01:00Z');
    expect(save([...events, next], once, tomorrow).position?.blockId).toBe('c');
  });

  it('never ends up further ahead than that, whatever it is', () => {
    const times = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') });
    fc.assert(
      fc.property(fc.array(times, { maxLength: 20 }), (claimed) => {
        const events = claimed.map((time, index) => position('a', time.toISOString(), `e${index}`));
        for (const { occurredAt } of believableTimes(events, emptyLessonState(), now))
          expect(Date.parse(occurredAt)).toBeLessThanOrEqual(now.getTime() + 5 * 60_000);
      }),
    );
  });
});
