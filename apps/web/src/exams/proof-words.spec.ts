// What is said about late answers: times as people read them.
import { describe, expect, it } from '@jest/globals';
import type { LateProof } from '@onetouch/contract';
import { proofWords } from './proof-words.js';

const proof: LateProof = {
  answeredFrom: '2026-11-22T03:12:04.000Z',
  answeredUntil: '2026-11-22T03:12:51.000Z',
  heardBeforeAt: null,
  heardAgainAt: null,
  wasSilent: false,
  devices: 1,
};
const told = (late: LateProof) => proofWords(late, (part, values) => [part, values.when].join(' ').trim());

describe('late answers', () => {
  it('given within one minute have one time', () => {
    expect(told(proof)).toBe('said 10:12 heard');
  });

  it('given over several minutes have the first and the last', () => {
    expect(told({ ...proof, answeredUntil: '2026-11-22T03:15:00.000Z' })).toBe('said 10:12–10:15 heard');
  });
});
