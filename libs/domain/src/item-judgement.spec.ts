// Judgements and warning signs: which figure leads to which word, and that few attempts lead to none.
import { describe, expect, it } from '@jest/globals';
import { itemWarnings, judgeItem, type JudgedItem, type JudgedOption } from './item-judgement.js';

const option = (isKey: boolean, topShare: number | null, count = 10): JudgedOption => ({
  isKey,
  topShare,
  count,
});
const sound: JudgedItem = {
  kind: 'single',
  attempts: 30,
  facilityIndex: 0.6,
  randomGuessScore: 0.5,
  intendedWeight: 0.1,
  effectiveWeight: 0.1,
  discriminationIndex: 0.3,
  hasNegativeCovariance: false,
  options: [option(true, 0.8), option(false, 0.2)],
  unanswered: 0,
};

describe('the judgement of a question', () => {
  it.each<[string, Partial<JudgedItem>, string]>([
    ['sound figures', {}, 'good'],
    ['a facility at the lower edge', { facilityIndex: 0.3 }, 'good'],
    ['a facility at the upper edge', { facilityIndex: 0.8 }, 'good'],
    ['a discrimination at the edge', { discriminationIndex: 0.2 }, 'good'],
    ['no discrimination to be told', { discriminationIndex: null }, 'good'],
    ['29 attempts', { attempts: 29, discriminationIndex: -1 }, 'too-few'],
    ['nobody who had it', { attempts: 0, facilityIndex: null }, 'too-few'],
    ['a facility above 0.80', { facilityIndex: 0.81 }, 'too-easy'],
    ['a facility below 0.30', { facilityIndex: 0.29 }, 'too-hard'],
    ['an easy question that tells nobody apart', { facilityIndex: 0.9, discriminationIndex: 0 }, 'too-easy'],
    ['a weak discrimination', { discriminationIndex: 0.19 }, 'review'],
    ['a negative discrimination, however easy', { facilityIndex: 0.9, discriminationIndex: -0.1 }, 'review'],
    ['a wrong option ahead among the best', { options: [option(true, 0.4), option(false, 0.6)] }, 'review'],
    ['a wrong option level among the best', { options: [option(true, 0.5), option(false, 0.5)] }, 'good'],
    [
      'two right options that together are ahead',
      { options: [option(true, 0.3), option(true, 0.3), option(false, 0.4)] },
      'good',
    ],
    [
      'a wrong option ahead of one of several answers',
      { kind: 'multiple', options: [option(true, 0.9), option(true, 0.3), option(false, 0.4)] },
      'review',
    ],
    ['an essay', { kind: 'essay', options: [] }, 'good'],
  ])('%s', (_, facts, judgement) => {
    expect(judgeItem({ ...sound, ...facts })).toBe(judgement);
  });
});

describe('the warning signs of a question', () => {
  it.each<[string, Partial<JudgedItem>, string[]]>([
    ['sound figures give none', {}, []],
    ['the strong ones fail it', { discriminationIndex: -0.1 }, ['negative-discrimination']],
    ['it tells nobody apart', { discriminationIndex: 0 }, ['weak-discrimination']],
    [
      'the best prefer a wrong option',
      { options: [option(true, 0.4), option(false, 0.6)] },
      ['distractor-beats-key'],
    ],
    [
      'a wrong option deceives nobody',
      { options: [option(true, 1), option(false, 0, 0)] },
      ['option-never-chosen'],
    ],
    ['guessing would have done better', { facilityIndex: 0.49 }, ['below-guessing']],
    ['a guess cannot be told', { facilityIndex: 0, randomGuessScore: null }, []],
    [
      'it pulls against the whole',
      { hasNegativeCovariance: true, effectiveWeight: null },
      ['negative-covariance'],
    ],
    ['a tenth left it open', { unanswered: 3 }, []],
    ['more than a tenth left it open', { unanswered: 4 }, ['many-unanswered']],
    ['it weighs twice as much as meant', { effectiveWeight: 0.2 }, []],
    ['it weighs more than twice as much as meant', { effectiveWeight: 0.21 }, ['uneven-weight']],
    ['it weighs less than half as much as meant', { effectiveWeight: 0.049 }, ['uneven-weight']],
  ])('when %s', (_, facts, warnings) => {
    expect(itemWarnings({ ...sound, ...facts })).toEqual(warnings);
  });

  it('are kept back below thirty attempts, but for the one that explains a blank weight', () => {
    const bad = { discriminationIndex: -0.5, unanswered: 20, hasNegativeCovariance: true };
    expect(itemWarnings({ ...sound, ...bad, attempts: 29 })).toEqual(['negative-covariance']);
  });
});
