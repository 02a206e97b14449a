// What a person has answered in an attempt, as this device knows it, beside what the server has confirmed. Pure: knows no
// network and no storage. The higher sequence wins everywhere, so the order in which news arrives does not matter.
import type { AnswerFeedback, Attempt, SavedAnswer } from '@onetouch/contract';
import type { WaitingAnswer } from './send-answer.js';

export interface AnswerState extends WaitingAnswer {
  /** What the server confirmed last. */
  saved: SavedAnswer | null;
  /** Written on the device, so that it survives a closed browser. */
  isKept: boolean;
  /** Where the rule tells at once how a final answer did. */
  feedback: AnswerFeedback | null;
}
/** What a person can do to an answer. */
export type Wish = Partial<Pick<WaitingAnswer, 'optionIds' | 'text' | 'isFlagged' | 'isFinal'>>;
/** By question id; every question of the paper is there. */
export type Answers = Readonly<Record<string, AnswerState>>;
export type CellState = 'empty' | 'waiting' | 'sent';

const nothing = { optionIds: [], text: '', isFlagged: false, isFinal: false, sequence: 0 };
const untouched: AnswerState = { ...nothing, saved: null, isKept: true, feedback: null };
type Content = Pick<WaitingAnswer, 'optionIds' | 'text' | 'isFlagged' | 'isFinal' | 'sequence'>;

/** The server tidies a text at its edges; that is no other text. */
const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u200b\u00a0]/g, ' ')
    .trim();
const isSame = (one: Content, other: Content) =>
  one.isFlagged === other.isFlagged &&
  one.isFinal === other.isFinal &&
  tidy(one.text) === tidy(other.text) &&
  [...one.optionIds].sort().join() === [...other.optionIds].sort().join();

/** The content of an answer without what is known about it. */
export function contentOf({ optionIds, text, isFlagged, isFinal, sequence }: Content): Content {
  return { optionIds, text, isFlagged, isFinal, sequence };
}

/** What the server has, as if nothing had ever been changed here. */
export function undone({ saved, feedback }: AnswerState): AnswerState {
  return { ...(saved ? contentOf(saved) : nothing), saved, isKept: true, feedback };
}

/** Something was chosen or written. */
export function isAnswered({ optionIds, text }: Pick<Content, 'optionIds' | 'text'>): boolean {
  return optionIds.length > 0 || text.trim() !== '';
}

/** True while the server has not confirmed the newest change. */
export function isUnconfirmed(answer: AnswerState): boolean {
  return answer.sequence > (answer.saved?.sequence ?? 0);
}

/** A change made on another tab of this device, already kept there; an older one changes nothing. */
export function adopt(answer: AnswerState, change: Content): AnswerState {
  return change.sequence > answer.sequence ? { ...answer, ...change, isKept: true } : answer;
}

/** A change made here; its sequence is higher than everything known. */
export function change(answer: AnswerState, wish: Wish): AnswerState {
  const sequence = Math.max(answer.sequence, answer.saved?.sequence ?? 0) + 1;
  return { ...answer, ...wish, sequence, isKept: false };
}

/**
 * What the server keeps, by its own word. When it keeps something newer than what waits here, that is taken over:
 * `isOverruled` says that a change made here was not the one that counts.
 */
export function confirm(
  answer: AnswerState,
  saved: SavedAnswer,
): { answer: AnswerState; isOverruled: boolean } {
  if (answer.saved && answer.saved.sequence >= saved.sequence) return { answer, isOverruled: false };
  if (saved.sequence < answer.sequence) return { answer: { ...answer, saved }, isOverruled: false };
  // The same change confirmed: what is being written stays as it was written.
  if (saved.sequence === answer.sequence && isSame(answer, saved))
    return { answer: { ...answer, saved, isKept: true }, isOverruled: false };
  const isOverruled = isUnconfirmed(answer) && !isSame(answer, saved);
  return { answer: { ...answer, ...contentOf(saved), saved, isKept: true }, isOverruled };
}

/** Everything known when the page opens: the server's answers, and over them what still waits on this device. */
export function startAnswers(
  attempt: Pick<Attempt, 'questions' | 'answers'>,
  waiting: readonly (WaitingAnswer & { questionId: string })[],
): Answers {
  const known: Record<string, AnswerState> = {};
  for (const { id } of attempt.questions) known[id] = untouched;
  for (const saved of attempt.answers) {
    const answer = known[saved.questionId];
    if (answer) known[saved.questionId] = confirm(answer, saved).answer;
  }
  for (const { questionId, ...answered } of waiting) {
    const answer = known[questionId];
    if (answer) known[questionId] = adopt(answer, contentOf({ ...nothing, ...answered }));
  }
  return known;
}

/** The state of a question for the palette. A flag is shown beside it, not instead of it. */
export function cellState(answer: AnswerState): CellState {
  if (isUnconfirmed(answer)) return 'waiting';
  return isAnswered(answer) ? 'sent' : 'empty';
}

export interface Tally {
  /** Answered, and the server has it. */
  sent: number;
  waiting: number;
  flagged: number;
  /** Not answered. */
  empty: number;
}

/** The counts of a paper. */
export function tally(answers: Answers): Tally {
  const all = Object.values(answers);
  const count = (is: (answer: AnswerState) => boolean) => all.filter(is).length;
  return {
    sent: count((answer) => cellState(answer) === 'sent'),
    waiting: count(isUnconfirmed),
    flagged: count((answer) => answer.isFlagged),
    empty: count((answer) => !isAnswered(answer)),
  };
}
