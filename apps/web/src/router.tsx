// Every page with its address, its words and its title; each is loaded when it is opened.
import { createBrowserRouter, type RouteObject } from 'react-router';
import { layout, page } from './page-route.js';
import { paths, patterns } from './paths.js';
import { listenForMissingSession } from './platform/call.js';
import { loadWords } from './platform/i18n.js';
import { readMe } from './platform/session.js';
import { AppLayout } from './ui/layout/app-layout.js';
import { PlainLayout } from './ui/layout/plain-layout.js';
import { RootLayout } from './ui/layout/root-layout.js';
import { PlainErrorPage } from './ui/pages/error-page.js';
import { NotFound } from './ui/pages/not-found.js';

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
    { path: patterns.sittings, title: 'title.sittings', words: ['sittings'] },
    () => import('./sittings/sittings-page.js'),
  ),
  page(
    { path: patterns.checkIn, title: 'title.checkIn', words: ['sittings'] },
    () => import('./sittings/check-in-page.js'),
  ),
  page(
    { path: patterns.checkInCode, title: 'title.checkIn', words: ['sittings'] },
    () => import('./sittings/check-in-page.js'),
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
    { path: patterns.register, title: 'title.register', words: ['accounts', 'places'], isPublic: true },
    () => import('./accounts/register-page.js'),
  ),
  page(
    { path: patterns.me, title: 'title.me', words: ['accounts', 'places'] },
    () => import('./accounts/me-page.js'),
  ),
  page(
    { path: patterns.privacy, title: 'title.privacy', words: ['pages'], isPublic: true },
    () => import('./ui/pages/privacy.js'),
  ),
  page(
    { path: patterns.accessibility, title: 'title.accessibility', words: ['pages'], isPublic: true },
    () => import('./ui/pages/accessibility.js'),
  ),
  page({ path: '*', title: 'title.notFound', words: [], isPublic: true }, () =>
    Promise.resolve({ Component: NotFound }),
  ),
];

// These bring their own header: a lesson or a test fills the screen.
const plainPages: RouteObject[] = [
  page(
    {
      path: patterns.openLesson,
      title: 'title.lesson',
      words: ['enrolments', 'blocks'],
      isPublic: true,
      isPlain: true,
    },
    () => import('./enrolments/open-lesson-page.js'),
  ),
  page(
    { path: patterns.lesson, title: 'title.lesson', words: ['enrolments', 'blocks'], isPlain: true },
    () => import('./enrolments/lesson-page.js'),
  ),
  page(
    { path: patterns.quiz, title: 'title.quiz', words: ['quizzes'], isPlain: true },
    () => import('./quizzes/quiz-page.js'),
  ),
  page(
    { path: patterns.attempt, title: 'title.attempt', words: ['quizzes'], isPlain: true },
    () => import('./quizzes/attempt-page.js'),
  ),
  page(
    { path: patterns.sitting, title: 'title.sitting', words: ['sittings'], isPlain: true },
    () => import('./sittings/sitting-page.js'),
  ),
  page(
    { path: patterns.result, title: 'title.result', words: ['quizzes'], isPlain: true },
    () => import('./quizzes/result-page.js'),
  ),
];

/** Brings the words for refusals that only staff can meet; a learner's first visit does without them. */
async function staffLayout() {
  const [{ StaffLayout }] = await Promise.all([
    import('./ui/layout/staff-layout.js'),
    loadWords('staff-problems'),
  ]);
  return StaffLayout;
}

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
    { path: patterns.quizDesk, title: 'title.quizDesk', words: ['marking'] },
    () => import('./marking/quiz-desk-page.js'),
  ),
  page(
    { path: patterns.faultyQuestion, title: 'title.faultyQuestion', words: ['marking'] },
    () => import('./marking/faulty-question-page.js'),
  ),
  page(
    { path: patterns.correction, title: 'title.correction', words: ['marking'] },
    () => import('./marking/correction-page.js'),
  ),
  page(
    { path: patterns.marking, title: 'title.marking', words: ['marking'] },
    () => import('./marking/queue-page.js'),
  ),
  page(
    { path: patterns.markingTask, title: 'title.markingTask', words: ['marking'] },
    () => import('./marking/task-page.js'),
  ),
  page(
    { path: patterns.cohorts, title: 'title.cohorts', words: ['cohorts', 'places'] },
    () => import('./cohorts/cohorts-page.js'),
  ),
  page(
    { path: patterns.cohort, title: 'title.cohort', words: ['cohorts'] },
    () => import('./cohorts/cohort-page.js'),
  ),
  page(
    { path: patterns.invigilated, title: 'title.invigilated', words: ['invigilation', 'sittings'] },
    () => import('./invigilation/rooms-page.js'),
  ),
  page(
    { path: patterns.board, title: 'title.board', words: ['invigilation', 'sittings'] },
    () => import('./invigilation/board-page.js'),
  ),
  page(
    { path: patterns.boardRoom, title: 'title.board', words: ['invigilation', 'sittings'] },
    () => import('./invigilation/room-page.js'),
  ),
  page(
    { path: patterns.exams, title: 'title.exams', words: ['exams'] },
    () => import('./exams/exams-page.js'),
  ),
  page(
    { path: patterns.newExam, title: 'title.newExam', words: ['exams', 'cohorts', 'places'] },
    () => import('./exams/new-exam-page.js'),
  ),
  page(
    { path: patterns.exam, title: 'title.exams', words: ['exams', 'places'] },
    () => import('./exams/exam-page.js'),
  ),
  page(
    { path: patterns.editExam, title: 'title.exams', words: ['exams', 'cohorts', 'places'] },
    () => import('./exams/edit-exam-page.js'),
  ),
  page(
    { path: patterns.roomCodes, title: 'title.exams', words: ['exams'] },
    () => import('./exams/room-codes-page.js'),
  ),
  page(
    { path: patterns.people, title: 'title.people', words: ['accounts', 'places'] },
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
    // Nothing is drawn before the first page is there: until then index.html shows its shape.
    HydrateFallback: () => null,
    ErrorBoundary: PlainErrorPage,
    children: [
      { Component: AppLayout, children: learnerPages },
      { Component: PlainLayout, children: plainPages },
      layout(staffLayout, staffPages),
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
