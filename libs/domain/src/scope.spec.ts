// A scope reaches what is below it, and no neighbour with a similar name.
import { describe, expect, it } from '@jest/globals';
import { pathCovers } from './scope.js';

describe('a scope', () => {
  it.each([
    { scope: 'vn.p24', path: 'vn.p24', covers: true, name: 'reaches itself' },
    { scope: 'vn.p24', path: 'vn.p24.c07210', covers: true, name: 'reaches a commune below' },
    { scope: 'vn', path: 'vn.p24.c07210', covers: true, name: 'reaches everything from the country down' },
    {
      scope: 'vn.p24',
      path: 'vn.p245',
      covers: false,
      name: 'does not reach a province whose code begins alike',
    },
    { scope: 'vn.p24', path: 'vn', covers: false, name: 'does not reach what is above' },
    { scope: 'vn.p24', path: 'vn.p25.p24', covers: false, name: 'does not reach a neighbour' },
    { scope: '', path: 'vn', covers: false, name: 'that is empty reaches nothing' },
    { scope: '', path: '', covers: false, name: 'that is empty does not even reach an empty path' },
  ])('$name', ({ scope, path, covers }) => {
    expect(pathCovers(scope, path)).toBe(covers);
  });
});
