// What index.html asks for early is what the pages ask for: anything else would be sent twice over a weak network.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LoaderFunctionArgs } from 'react-router';
import { loader as readCourse } from './courses/course-page.js';
import { loader as readHome } from './courses/home-page.js';
import { firstPages } from './first-pages.js';
import { paths, patterns } from './paths.js';
import { confirmMe } from './platform/session.js';

const fetched = jest.fn<typeof fetch>();
const answersAt = (url: string) => {
  for (const { path, answers } of firstPages) {
    const found = new RegExp(path).exec(url);
    if (found) return answers.map((answer) => answer.replace('$1', found[1] ?? ''));
  }
  return [];
};

async function askedBy(load: (args: LoaderFunctionArgs) => unknown, url: string, params = {}) {
  const args = { request: new Request(`http://localhost${url}`), params } as unknown as LoaderFunctionArgs;
  await Promise.resolve(load(args)).catch(() => undefined);
  return fetched.mock.calls.map(([address]) => address);
}

describe('what a first visit asks for early', () => {
  beforeEach(async () => {
    const answer = () => Promise.resolve(new Response(JSON.stringify({ me: null, items: [], counts: {} })));
    globalThis.fetch = fetched.mockReset().mockImplementation(answer);
    await confirmMe();
  });

  it('is what the catalogue asks for', async () => {
    expect(await askedBy(readHome, '/')).toEqual(answersAt('/'));
  });

  it('is what the page of a course asks for', async () => {
    const url = paths.course('an-toan');
    expect(await askedBy(readCourse, url, { slug: 'an-toan' })).toEqual(answersAt(url));
  });

  it('leaves the list out when the address says which one is wanted', () => {
    expect(answersAt('/?vai-tro=resident')).toEqual(['/api/v1/session']);
  });

  it('is nothing on pages that few people open first, and nothing an address could smuggle in', () => {
    expect(answersAt(paths.people())).toEqual([]);
    expect(answersAt('/khoa-hoc/"><script>')).toEqual([]);
  });
});

describe('the first picture', () => {
  const script = readFileSync(new URL('../public/theme.js', import.meta.url), 'utf8');
  const shapeAt = (path: string) => {
    history.replaceState(null, '', path);
    new Function(script)();
    return document.documentElement.getAttribute('data-first');
  };

  it('has the heading of the catalogue there only', () => {
    expect([shapeAt('/'), shapeAt('/?xep=newest'), shapeAt(paths.myLearning())]).toEqual([
      'home',
      'home',
      'page',
    ]);
  });

  it('leaves the bar empty where the page brings its own', () => {
    const own = [
      patterns.lesson,
      patterns.quiz,
      patterns.attempt,
      patterns.result,
      patterns.sitting,
      patterns.openLesson,
    ];
    const staff = [patterns.desk, patterns.draft, patterns.cohorts, patterns.people, patterns.registry];
    expect(new Set([...own, ...staff].map(shapeAt))).toEqual(new Set(['bare']));
    expect([shapeAt(patterns.course), shapeAt(patterns.sittings)]).toEqual(['page', 'page']);
  });

  it('waits with the fonts until the page stands, unless they were here before', () => {
    const root = document.documentElement;
    shapeAt('/');
    expect(root).not.toHaveAttribute('data-fonts');
    localStorage.setItem('onetouch.fonts', '1');
    shapeAt('/');
    expect(root).toHaveAttribute('data-fonts');
  });
});
