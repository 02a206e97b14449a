// Addresses: each one fits its pattern, and the way back after signing in never leaves this page.
import { matchPath } from 'react-router';
import { describe, expect, it } from '@jest/globals';
import { nextPath, paths, patterns } from './paths.js';

describe('paths', () => {
  it('fit the patterns that the router reads', () => {
    expect(matchPath(patterns.openLesson, paths.openLesson('nop-ho-so', 'b1'))?.params).toEqual({
      slug: 'nop-ho-so',
      lessonId: 'b1',
    });
    expect(matchPath(patterns.quiz, paths.quiz('e1', 'l1'))?.params).toEqual({
      enrolmentId: 'e1',
      lessonId: 'l1',
    });
    expect(matchPath(patterns.verifyCode, paths.verify('8K4M-2Q7P-XD5R'))?.params).toEqual({
      code: '8K4M-2Q7P-XD5R',
    });
    expect(matchPath(patterns.verify, paths.verify())).not.toBeNull();
  });

  it('remember where to go on after signing in', () => {
    const [, search = ''] = paths.signIn('/hoc/e1/bai/l1?tu=2').split('?');
    expect(nextPath(search)).toBe('/hoc/e1/bai/l1?tu=2');
    expect(paths.signIn('/')).toBe('/dang-nhap');
  });

  it.each([
    'https://xau.example',
    '//xau.example',
    '/\\xau.example',
    'javascript:alert(1)',
    '/dang-nhap?tiep=/a',
    '',
  ])('never lead a person who has signed in to %s', (next) => {
    expect(nextPath(new URLSearchParams({ tiep: next }))).toBe('/');
  });
});
