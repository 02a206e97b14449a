// Every page with its address, its words and its title; each is loaded when it is opened.
import { createBrowserRouter, redirect, type LoaderFunction, type RouteObject } from 'react-router';
import { paths, patterns } from './paths.js';
import { listenForMissingSession } from './platform/call.js';
import { loadWords, type WordFile } from './platform/i18n.js';
import { isProblem } from './platform/problem.js';
import { readMe } from './platform/session.js';
import { AppLayout } from './ui/layout/app-layout.js';
import { PlainLayout } from './ui/layout/plain-layout.js';
import { RootLayout } from './ui/layout/root-layout.js';
import type { RouteHandle, TitleKey } from './ui/layout/title.js';
import { ErrorPage } from './ui/pages/error-page.js';
import { FirstLoad } from './ui/pages/first-load.js';
import { NotFound } from './ui/pages/not-found.js';

/** What a page module may export; `title` names the page from what its loader answered. */
interface PageModule {
  Component: React.ComponentType;
  loader?: LoaderFunction;
  action?: LoaderFunction;
  ErrorBoundary?: React.ComponentType;
  title?: (data: never) => string;
}

/** A missing session while a page is loading: sign in first, then come back to it. */
function guarded(work: LoaderFunction | undefined): LoaderFunction | undefined {
  return (
    work &&
    (async (args, context) => {
      try {
        return await work(args, context);
      } catch (error) {
        if (!isProblem(error, 'session.missing')) throw error;
        const { pathname, search } = new URL(args.request.url);
        throw redirect(paths.signIn(pathname + search));
      }
    })
  );
}

interface PageFacts {
  path: string;
  title: TitleKey;
  words: WordFile[];
  /** The page may be read without a session; otherwise visitors are sent to sign in before it loads. */
  isPublic?: boolean;
}

function page({ path, title, words, isPublic }: PageFacts, load: () => Promise<PageModule>): RouteObject {
  const handle: RouteHandle = { title };
  return {
    path,
    ErrorBoundary: ErrorPage,
    lazy: async () => {
      const [module] = await Promise.all([load(), loadWords(...words)]);
      const signedIn: LoaderFunction = async (args, context) => {
        const { pathname, search } = new URL(args.request.url);
        if (!(await readMe())) throw redirect(paths.signIn(pathname + search));
        return module.loader ? module.loader(args, context) : null;
      };
      const loader = guarded(isPublic ? module.loader : signedIn);
      const action = guarded(module.action);
      return {
        Component: module.Component,
        handle: { ...handle, titleFrom: module.title } satisfies RouteHandle,
        ...(loader && { loader }),
        ...(action && { action }),
        ...(module.ErrorBoundary && { ErrorBoundary: module.ErrorBoundary }),
      };
    },
  };
}

const learnerPages: RouteObject[] = [
  page(
    { path: patterns.home, title: 'title.home', words: ['courses'], isPublic: true },
    () => import('./courses/home-page.js'),
  ),
  page(
    { path: patterns.search, title: 'title.search', words: ['courses'], isPublic: true },
    () => import('./courses/search-page.js'),
  ),
  page(
    { path: patterns.course, title: 'title.course', words: ['courses'], isPublic: true },
    () => import('./courses/course-page.js'),
  ),
  page(
    { path: patterns.myLearning, title: 'title.myLearning', words: ['enrolments'] },
    () => import('./enrolments/my-learning-page.js'),
  ),
  page(
    { path: patterns.certificates, title: 'title.certificates', words: ['certificates'] },
    () => import('./certificates/certificates-page.js'),
  ),
  page(
    { path: patterns.certificate, title: 'title.certificate', words: ['certificates'] },
    () => import('./certificates/certificate-page.js'),
  ),
  page(
    { path: patterns.verify, title: 'title.verify', words: ['certificates'], isPublic: true },
    () => import('./certificates/verify-page.js'),
  ),
  page(
    { path: patterns.verifyCode, title: 'title.verify', words: ['certificates'], isPublic: true },
    () => import('./certificates/verify-page.js'),
  ),
  page(
    { path: patterns.signIn, title: 'title.signIn', words: ['accounts'], isPublic: true },
    () => import('./accounts/sign-in-page.js'),
  ),
  page(
    { path: patterns.register, title: 'title.register', words: ['accounts'], isPublic: true },
    () => import('./accounts/register-page.js'),
  ),
  page({ path: patterns.me, title: 'title.me', words: ['accounts'] }, () => import('./accounts/me-page.js')),
  page(
    { path: patterns.privacy, title: 'title.privacy', words: [], isPublic: true },
    () => import('./ui/pages/privacy.js'),
  ),
  page(
    { path: patterns.accessibility, title: 'title.accessibility', words: [], isPublic: true },
    () => import('./ui/pages/accessibility.js'),
  ),
  page({ path: '*', title: 'title.notFound', words: [], isPublic: true }, () =>
    Promise.resolve({ Component: NotFound }),
  ),
];

// These bring their own header: a lesson or a test fills the screen.
const plainPages: RouteObject[] = [
  page(
    { path: patterns.openLesson, title: 'title.lesson', words: ['courses', 'enrolments'], isPublic: true },
    () => import('./courses/open-lesson-page.js'),
  ),
  page(
    { path: patterns.lesson, title: 'title.lesson', words: ['enrolments'] },
    () => import('./enrolments/lesson-page.js'),
  ),
  page(
    { path: patterns.quiz, title: 'title.quiz', words: ['quizzes'] },
    () => import('./quizzes/quiz-page.js'),
  ),
  page(
    { path: patterns.attempt, title: 'title.attempt', words: ['quizzes'] },
    () => import('./quizzes/attempt-page.js'),
  ),
  page(
    { path: patterns.result, title: 'title.result', words: ['quizzes'] },
    () => import('./quizzes/result-page.js'),
  ),
];

const staffPages: RouteObject[] = [
  page(
    { path: patterns.desk, title: 'title.desk', words: ['studio'] },
    () => import('./studio/desk-page.js'),
  ),
  page(
    { path: patterns.draft, title: 'title.draft', words: ['studio'] },
    () => import('./studio/draft-page.js'),
  ),
  page(
    { path: patterns.cohorts, title: 'title.cohorts', words: ['cohorts'] },
    () => import('./cohorts/cohorts-page.js'),
  ),
  page(
    { path: patterns.cohort, title: 'title.cohort', words: ['cohorts'] },
    () => import('./cohorts/cohort-page.js'),
  ),
  page(
    { path: patterns.people, title: 'title.people', words: ['accounts'] },
    () => import('./accounts/people-page.js'),
  ),
  page(
    { path: patterns.registry, title: 'title.registry', words: ['certificates'] },
    () => import('./certificates/registry-page.js'),
  ),
];

const routes: RouteObject[] = [
  {
    id: 'root',
    loader: () => readMe(),
    // Who is signed in is kept by the session itself and is not asked at every step.
    shouldRevalidate: () => false,
    Component: RootLayout,
    HydrateFallback: FirstLoad,
    ErrorBoundary: ErrorPage,
    children: [
      { Component: AppLayout, children: learnerPages },
      { Component: PlainLayout, children: plainPages },
      {
        lazy: async () => ({ Component: (await import('./ui/layout/staff-layout.js')).StaffLayout }),
        children: staffPages,
      },
    ],
  },
];

/** Builds the router and lets a lost session lead to the sign-in page and back. */
export function createRouter() {
  const router = createBrowserRouter(routes);
  listenForMissingSession(() => {
    const { initialized, navigation, revalidation, fetchers, location } = router.state;
    const isLoading = !initialized || navigation.state !== 'idle' || revalidation !== 'idle';
    // Whoever is loading is redirected by its own guard.
    if (isLoading || [...fetchers.values()].some(({ state }) => state !== 'idle')) return;
    void router.navigate(paths.signIn(location.pathname + location.search));
  });
  return router;
}
