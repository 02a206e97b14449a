import { describe, expect, it } from '@jest/globals';
import { accentedPatterns } from './accented-patterns.js';

describe('words with accents', () => {
  it('are found with the tone mark on either vowel', () => {
    expect(accentedPatterns('Hoà Bình')).toEqual(['%hoà bình%', '%hòa bình%']);
    expect(accentedPatterns('Hòa  Thuỷ')).toContain('%hoà thuỷ%');
    expect(accentedPatterns('Hà Nội')).toEqual(['%hà nội%']);
  });

  it('cannot smuggle in wildcards', () => {
    expect(accentedPatterns('50%_\\')).toEqual(['%50\\%\\_\\\\%']);
  });

  it('match everything when there are none', () => {
    expect(accentedPatterns(undefined)).toEqual(['%%']);
  });
});
