// Times that a device claims, made believable: a clock that runs far ahead must not win against every other device for ever.
// It knows no clock of its own and no lesson.
import type { LearningEvent, LessonState } from './apply-events.js';

/** Clocks that are set by the network differ by seconds, those set by hand by minutes. */
const slackMs = 5 * 60_000;

/** The times at which this state keeps something, by the event that said so. */
function keptTimes({ position, answers }: LessonState): Map<string, string> {
  const kept = [...Object.values(answers), ...(position ? [position] : [])];
  return new Map(kept.map(({ eventId, at }) => [eventId, at]));
}

/** How far the events that claim more than `latest` have to be moved back: all of them, and as far as an earlier save moved them. */
function aheadBy(tooFar: readonly LearningEvent[], state: LessonState, latest: number): number {
  const kept = keptTimes(state);
  return Math.max(
    ...tooFar.flatMap(({ id, occurredAt }) => {
      const claimed = Date.parse(occurredAt);
      return [claimed - latest, claimed - Date.parse(kept.get(id) ?? occurredAt)];
    }),
  );
}

/**
 * The events with no time further ahead of `now` than a clock may be wrong. Those that claim one are moved back together, so that
 * what one device did first stays first; sent again they are moved no less than before, so that the same events change nothing.
 */
export function believableTimes<E extends LearningEvent>(
  events: readonly E[],
  state: LessonState,
  now: Date,
): readonly E[] {
  const latest = now.getTime() + slackMs;
  const isTooFar = ({ occurredAt }: E) => Date.parse(occurredAt) > latest;
  const tooFar = events.filter(isTooFar);
  if (tooFar.length === 0) return events;
  const ahead = aheadBy(tooFar, state, latest);
  return events.map((event) => {
    if (!isTooFar(event)) return event;
    return { ...event, occurredAt: new Date(Date.parse(event.occurredAt) - ahead).toISOString() };
  });
}
