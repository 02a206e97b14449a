import { describe, expect, it } from '@jest/globals';
import { foldPlaceName } from './place-words.js';

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
});
