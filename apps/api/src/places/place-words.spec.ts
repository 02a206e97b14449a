import { describe, expect, it } from '@jest/globals';
import { accentedSpellings, foldPlaceName } from './place-words.js';

describe('names of places', () => {
  it.each([
    ['TP.HCM', 'tp hcm'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
    ['Bà Rịa–Vũng Tàu', 'ba ria vung tau'],
    ['Hoà  Bình', 'hoa binh'],
    ['Đắk Lắk', 'dak lak'],
    ['...', ''],
  ])('folds %s to %s', (name, key) => {
    expect(foldPlaceName(name)).toBe(key);
  });

  it('are the same with the tone mark on either vowel', () => {
    expect(accentedSpellings('Hoà Bình')).toContain('hòa bình');
    expect(accentedSpellings('Hòa Bình')).toContain('hoà bình');
    expect(accentedSpellings('Hà Nội')).toEqual(['hà nội']);
  });
});
