// What only staff open lies apart from what the service worker of a learner fetches. Builds nothing: it asks for names.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { chunkName } from './output-names.js';

const router = readFileSync(fileURLToPath(new URL('src/router.tsx', import.meta.url)), 'utf8');
// From the layout of the staff on, everything is theirs.
const [before = '', staff = ''] = router.split('async function staffLayout');
const modulesIn = (text: string) =>
  [...text.matchAll(/import\('\.\/([\w/-]+)\.js'\)/g)].map(([, path]) => path);
const fileOf = (path = '') => chunkName({ name: 'page', moduleIds: [`/app/src/${path}.tsx`] });

describe('the built files', () => {
  it('of every page for staff lie with those of the staff', () => {
    const pages = modulesIn(staff);
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((path) => !fileOf(path).startsWith('assets/staff/'))).toEqual([]);
  });

  it('of a page for learners never do', () => {
    const pages = modulesIn(before);
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((path) => fileOf(path).startsWith('assets/staff/'))).toEqual([]);
  });
});
