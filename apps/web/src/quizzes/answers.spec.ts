// What counts when the same question is answered here, in another tab, on another device, with and without a network.
import { describe, expect, it } from '@jest/globals';
import type { SavedAnswer } from '@onetouch/contract';
import {
  adopt,
  cellState,
  change,
  confirm,
  isUnconfirmed,
  startAnswers,
  tally,
  type AnswerState,
} from './answers.js';
import { savedAs as sampleSaved } from './attempt.sample.js';
import type { WaitingAnswer } from './send-answer.js';

const savedAs = (sequence: number, optionIds: string[], questionId = 'q1'): SavedAnswer =>
  sampleSaved({ questionId, sequence, optionIds });
const given = (change: Partial<WaitingAnswer>): WaitingAnswer => ({
  optionIds: [],
  text: '',
  isFlagged: false,
  isFinal: false,
  sequence: 1,
  ...change,
});
const paper = (...answers: SavedAnswer[]) => ({
  questions: ['q1', 'q2'].map((id) => ({
    id,
    kind: 'single' as const,
    prompt: '',
    options: [],
    points: 1_000,
    maxWords: null,
  })),
  answers,
});
const first = (answers: Readonly<Record<string, AnswerState>>, id = 'q1') => {
  const answer = answers[id];
  if (!answer) throw new Error(`no ${id}`);
  return answer;
};

describe('the answers of an attempt', () => {
  it('open with what the server has, and over it what still waits on the device', () => {
    const answers = startAnswers(paper(savedAs(3, ['a']), savedAs(2, ['b'], 'q2')), [
      { questionId: 'q1', ...given({ optionIds: ['c'], isFlagged: true, sequence: 4 }) },
      { questionId: 'q2', ...given({ optionIds: ['a'] }) },
    ]);
    expect(first(answers)).toMatchObject({ optionIds: ['c'], isFlagged: true, sequence: 4 });
    expect(cellState(first(answers))).toBe('waiting');
    expect(first(answers, 'q2')).toMatchObject({ optionIds: ['b'], sequence: 2 });
    expect(cellState(first(answers, 'q2'))).toBe('sent');
  });

  it('count a change upwards from everything known', () => {
    const answer = first(startAnswers(paper(savedAs(7, ['a'])), []));
    expect(change(answer, { optionIds: ['b'] })).toMatchObject({ sequence: 8, isKept: false });
  });

  it('are not called received before the receipt for the newest change', () => {
    const twice = change(change(first(startAnswers(paper(), [])), { optionIds: ['a'] }), {
      optionIds: ['b'],
    });
    const half = confirm(twice, savedAs(1, ['a'])).answer;
    expect(isUnconfirmed(half)).toBe(true);
    expect(half.optionIds).toEqual(['b']);
    expect(isUnconfirmed(confirm(half, savedAs(2, ['b'])).answer)).toBe(false);
  });

  it('take over a newer answer from another device, and say so when a change made here lost', () => {
    const mine = change(first(startAnswers(paper(), [])), { optionIds: ['a'] });
    const outcome = confirm(mine, savedAs(1, ['b']));
    expect(outcome.isOverruled).toBe(true);
    expect(outcome.answer.optionIds).toEqual(['b']);
    const quiet = first(startAnswers(paper(savedAs(1, ['a'])), []));
    expect(confirm(quiet, savedAs(5, ['b']))).toMatchObject({
      isOverruled: false,
      answer: { optionIds: ['b'] },
    });
  });

  it('do not care in which order news arrives', () => {
    const answer = first(startAnswers(paper(), []));
    const forwards = confirm(confirm(answer, savedAs(1, ['a'])).answer, savedAs(2, ['b'])).answer;
    const backwards = confirm(confirm(answer, savedAs(2, ['b'])).answer, savedAs(1, ['a'])).answer;
    expect(backwards).toEqual(forwards);
    expect(adopt(forwards, given({ optionIds: ['c'], sequence: 2 }))).toBe(forwards);
  });

  it('are counted by state', () => {
    const answers = startAnswers(paper(savedAs(1, ['a'])), [
      { questionId: 'q2', ...given({ isFlagged: true }) },
    ]);
    expect(tally(answers)).toEqual({ sent: 1, waiting: 1, flagged: 1, empty: 1 });
  });

  it('take a text that the server merely tidied as the same, so that writing is not disturbed', () => {
    const typed = change(first(startAnswers(paper(), [])), { text: 'Gác máy. ' });
    const kept = confirm(typed, sampleSaved({ questionId: 'q1', sequence: 1, text: 'Gác máy.' }));
    expect(kept.isOverruled).toBe(false);
    expect(kept.answer.text).toBe('Gác máy. ');
    expect(isUnconfirmed(kept.answer)).toBe(false);
  });

  it('that waited on the device before texts were there open as well', () => {
    const old = { questionId: 'q1', optionIds: ['a'], isFlagged: false, sequence: 3 };
    const answers = startAnswers(paper(), [old as WaitingAnswer & { questionId: string }]);
    expect(first(answers)).toMatchObject({ optionIds: ['a'], text: '', isFinal: false });
  });
});
