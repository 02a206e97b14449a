// How a page becomes a route: its module and its words arrive with its data, and a failure of any of them is shown in
// its place. The router's own `lazy` is not used: a module that did not arrive would leave the page blank.
import type { ActionFunction, LoaderFunction, RouteObject, ShouldRevalidateFunction } from 'react-router';
import { redirect } from 'react-router';
import { paths } from './paths.js';
import { loadWords, type WordFile } from './platform/i18n.js';
import { leaveForNewRelease } from './platform/new-release.js';
import { isProblem, Problem } from './platform/problem.js';
import { readMe } from './platform/session.js';
import type { RouteHandle, TitleKey } from './ui/layout/title.js';
import { ErrorPage, PlainErrorPage } from './ui/pages/error-page.js';

/** What a page module may export; `title` names the page from what its loader answered. */
export interface PageModule {
  Component: React.ComponentType;
  loader?: LoaderFunction;
  action?: ActionFunction;
  ErrorBoundary?: React.ComponentType;
  shouldRevalidate?: ShouldRevalidateFunction;
  title?: (data: never) => string;
}

export interface PageFacts {
  path: string;
  title: TitleKey;
  words: WordFile[];
  /** The page may be read without a session; otherwise visitors are sent to sign in before it loads. */
  isPublic?: boolean;
  /** The page brings its own header and main part; its error page then needs them too. */
  isPlain?: boolean;
}

const pathOf = (request: Request) => {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
};

/** A missing session leads to the sign-in page and back to `request`. */
async function guarded<A>(request: Request, work: () => A): Promise<Awaited<A>> {
  try {
    return await work();
  } catch (error) {
    if (!isProblem(error, 'session.missing')) throw error;
    throw redirect(paths.signIn(pathOf(request)));
  }
}

/**
 * Files of the page that do not arrive are gone after an update, which a fresh load of the wanted page mends, or a fault of
 * the network, which is said in the place of the page.
 */
async function received<P>(parts: Promise<P>, request: Request): Promise<P> {
  try {
    return await parts;
  } catch (cause) {
    // Until the browser has left, the page that is there stays.
    if (await leaveForNewRelease(pathOf(request))) return new Promise<never>(() => undefined);
    throw Object.assign(new Problem({ code: 'network.part-missing', status: 0 }), { cause });
  }
}

/** The route of a page whose module is loaded by `load` when it is opened. */
export function page(
  { path, title, words, isPublic, isPlain }: PageFacts,
  load: () => Promise<PageModule>,
): RouteObject {
  let module: PageModule | undefined;
  const arrive = async (request: Request) => {
    const [arrived] = await received(Promise.all([load(), loadWords(...words)]), request);
    return (module = arrived);
  };
  const handle: RouteHandle = { title, titleFrom: (data) => module?.title?.(data) };
  return {
    path,
    handle,
    loader: (args, context) =>
      guarded(args.request, async () => {
        const [{ loader }, me] = await Promise.all([arrive(args.request), isPublic ? null : readMe()]);
        if (!isPublic && !me) throw redirect(paths.signIn(pathOf(args.request)));
        return loader ? loader(args, context) : null;
      }),
    action: (args, context) =>
      guarded(args.request, async () => {
        const { action } = await arrive(args.request);
        if (!action) throw new Error(`${path} has no action`);
        return action(args, context);
      }),
    shouldRevalidate: (args) => module?.shouldRevalidate?.(args) ?? args.defaultShouldRevalidate,
    Component: () => (module ? <module.Component /> : null),
    ErrorBoundary: () => {
      if (module?.ErrorBoundary) return <module.ErrorBoundary />;
      return isPlain ? <PlainErrorPage /> : <ErrorPage />;
    },
  };
}

/** A layout that only some people need, loaded like a page. */
export function layout(load: () => Promise<React.ComponentType>, children: RouteObject[]): RouteObject {
  let Layout: React.ComponentType | undefined;
  return {
    loader: async ({ request }) => {
      Layout = await received(load(), request);
      return null;
    },
    shouldRevalidate: () => false,
    Component: () => (Layout ? <Layout /> : null),
    ErrorBoundary: PlainErrorPage,
    children,
  };
}
