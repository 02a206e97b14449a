// Learning events into a learner's state in one lesson. Devices send late, twice and in any order, so the state is a merge
// that does not depend on any of that. It knows no clock: `occurredAt` only orders events, it never decides a date.
// How far ahead a device may be believed is said in believable-times.
import { isVideoWatched, mergeIntervals, type Interval, type Intervals } from './watched-video.js';

export interface EventBlock {
  readonly id: string;
  readonly type: string;
  /** Of a video. */
  readonly durationSeconds?: number;
  /** Of a check. */
  readonly question?: { readonly options: readonly { readonly id: string }[] };
}
export interface EventLesson {
  readonly blocks: readonly EventBlock[];
}

interface EventBase {
  readonly id: string;
  readonly blockId: string;
  /** ISO 8601. */
  readonly occurredAt: string;
}
export type LearningEvent =
  | (EventBase & { readonly kind: 'position' | 'seen' })
  | (EventBase & { readonly kind: 'watched'; readonly intervals: Intervals })
  | (EventBase & { readonly kind: 'answered'; readonly optionIds: readonly string[] });

export interface KeptAnswer {
  optionIds: string[];
  at: string;
  eventId: string;
}
export interface KeptPosition {
  blockId: string;
  at: string;
  eventId: string;
}
/** A learner's state in one lesson, as JSON. */
export interface LessonState {
  metBlockIds: string[];
  watched: Record<string, Interval[]>;
  answers: Record<string, KeptAnswer>;
  position: KeptPosition | null;
}

/** The state before the first event; made anew each time, so that nobody shares it. */
export function emptyLessonState(): LessonState {
  return { metBlockIds: [], watched: {}, answers: {}, position: null };
}

/** Whether an event belongs to the lesson: its block is there, and is of a kind that the event can happen to. */
export function eventFits(lesson: EventLesson, event: LearningEvent): 'ok' | 'block-unknown' | 'mismatch' {
  const block = lesson.blocks.find((one) => one.id === event.blockId);
  if (!block) return 'block-unknown';
  if (event.kind === 'watched') return block.type === 'video' ? 'ok' : 'mismatch';
  if (event.kind !== 'answered') return 'ok';
  const known = new Set(block.type === 'check' ? block.question?.options.map((option) => option.id) : []);
  return event.optionIds.length > 0 && event.optionIds.every((id) => known.has(id)) ? 'ok' : 'mismatch';
}

/** Later by time, then by event id. The content breaks a tie of both, or a device that reuses an id would make order matter. */
function isLater<K extends { at: string; eventId: string }>(one: K, other: K): boolean {
  // As instants and not as text: '...:00.5Z' is later than '...:00Z' and sorts before it.
  const [at, otherAt] = [Date.parse(one.at) || 0, Date.parse(other.at) || 0];
  if (at !== otherAt) return at > otherAt;
  if (one.eventId !== other.eventId) return one.eventId > other.eventId;
  return JSON.stringify(one) > JSON.stringify(other);
}

function latest<K extends { at: string; eventId: string }>(kept: K | null | undefined, next: K): K {
  return kept && !isLater(next, kept) ? kept : next;
}

/** In one order whatever came first, so that equal states are equal as JSON too. */
function toRecord<V>(entries: ReadonlyMap<string, V>): Record<string, V> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function watchedAfter(state: LessonState, events: readonly LearningEvent[]): Map<string, Interval[]> {
  const watched = new Map<string, Intervals>(Object.entries(state.watched));
  for (const event of events) {
    if (event.kind === 'watched')
      watched.set(event.blockId, [...(watched.get(event.blockId) ?? []), ...event.intervals]);
  }
  return new Map([...watched].map(([blockId, intervals]) => [blockId, mergeIntervals(intervals)]));
}

function answersAfter(state: LessonState, events: readonly LearningEvent[]): Map<string, KeptAnswer> {
  const answers = new Map(Object.entries(state.answers));
  for (const { id: eventId, blockId, occurredAt: at, ...event } of events) {
    if (event.kind !== 'answered') continue;
    const answer = { optionIds: [...new Set(event.optionIds)].sort(), at, eventId };
    answers.set(blockId, latest(answers.get(blockId), answer));
  }
  return answers;
}

function positionAfter(state: LessonState, events: readonly LearningEvent[]): KeptPosition | null {
  return events
    .filter((event) => event.kind === 'position')
    .map(({ blockId, occurredAt: at, id: eventId }): KeptPosition => ({ blockId, at, eventId }))
    .reduce(latest, state.position);
}

interface MeetingFacts {
  readonly seen: ReadonlySet<string>;
  readonly watched: ReadonlyMap<string, Interval[]>;
  readonly answers: ReadonlyMap<string, KeptAnswer>;
}

/** A video asks for 90 % of its seconds, a check for any answer, right or wrong; everything else for having been seen. */
function isMet(block: EventBlock, { seen, watched, answers }: MeetingFacts): boolean {
  if (block.type === 'check') return answers.has(block.id);
  if (block.type !== 'video') return seen.has(block.id);
  const intervals = watched.get(block.id);
  return intervals !== undefined && isVideoWatched(intervals, block.durationSeconds ?? 0);
}

/**
 * The state after the events. Any order, repetition or split of the same events gives the same state; what was met stays
 * met; events that do not fit the lesson change nothing.
 */
export function applyEvents(
  lesson: EventLesson,
  state: LessonState,
  events: readonly LearningEvent[],
): LessonState {
  const fitting = events.filter((event) => eventFits(lesson, event) === 'ok');
  const seen = new Set(fitting.filter((event) => event.kind === 'seen').map((event) => event.blockId));
  const watched = watchedAfter(state, fitting);
  const answers = answersAfter(state, fitting);
  const met = lesson.blocks
    .filter((block) => isMet(block, { seen, watched, answers }))
    .map((block) => block.id);
  return {
    metBlockIds: [...new Set([...state.metBlockIds, ...met])].sort(),
    watched: toRecord(watched),
    answers: toRecord(answers),
    position: positionAfter(state, fitting),
  };
}
