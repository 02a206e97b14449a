// Draws one page as the router would: with its address, loader and words. For tests of pages.
import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { loadWords, startWords, type WordFile } from '../src/platform/i18n.js';

interface Shown {
  /** The address to open. */
  at: string;
  /** The pattern of the page under test. */
  path: string;
  words: WordFile[];
  module: Pick<RouteObject, 'Component' | 'loader' | 'action' | 'ErrorBoundary'>;
  /** Other addresses that the page may lead to; each one shows its path. */
  others?: string[];
}

/** Renders the page; answers the router, to look where it went. */
export async function showPage({ at, path, words, module, others = [] }: Shown) {
  await startWords();
  await loadWords('staff-problems', ...words);
  const elsewhere = others.map((other): RouteObject => ({ path: other, element: <p>{other}</p> }));
  const router = createMemoryRouter(
    [{ HydrateFallback: () => null, children: [{ path, ...module }, ...elsewhere] }] as RouteObject[],
    {
      initialEntries: [at],
    },
  );
  render(<RouterProvider router={router} />);
  return router;
}
