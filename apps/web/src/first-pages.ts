// Addresses that people open first, from a search, a link or a code on paper, and what their pages ask for at once.
// Read at build time only; a test holds the answers equal to what the pages really ask for.

export interface FirstPage {
  /** Regular expression for path and query; `$1` in an answer is its first group, which may hold letters, digits and - only. */
  path: string;
  /** The page and its Vietnamese words, below src. */
  modules: string[];
  /** Answers of the server that the page asks for whoever opens it. */
  answers: string[];
}

const session = '/api/v1/session';

export const firstPages: FirstPage[] = [
  {
    path: '^/$',
    modules: ['courses/home-page.tsx', 'locales/vi/courses.json'],
    answers: [session, '/api/v1/courses?sort=popular&limit=6'],
  },
  { path: '^/\\?', modules: ['courses/home-page.tsx', 'locales/vi/courses.json'], answers: [session] },
  {
    path: '^/tim(?:\\?|$)',
    modules: ['courses/search-page.tsx', 'locales/vi/courses.json'],
    answers: [session],
  },
  {
    path: '^/khoa-hoc/([a-z0-9-]{1,120})$',
    modules: ['courses/course-page.tsx', 'locales/vi/courses.json'],
    answers: [session, '/api/v1/courses/$1'],
  },
  {
    path: '^/khoa-hoc/[a-z0-9-]+/bai/',
    modules: ['enrolments/open-lesson-page.tsx', 'locales/vi/enrolments.json', 'locales/vi/blocks.json'],
    answers: [session],
  },
  {
    path: '^/hoc/[a-z0-9-]+/bai/',
    modules: ['enrolments/lesson-page.tsx', 'locales/vi/enrolments.json', 'locales/vi/blocks.json'],
    answers: [session],
  },
  {
    path: '^/viec-hoc',
    modules: ['enrolments/my-learning-page.tsx', 'locales/vi/enrolments.json'],
    answers: [session],
  },
  {
    path: '^/verify',
    modules: ['certificates/verify-page.tsx', 'locales/vi/certificates.json'],
    answers: [session],
  },
  {
    path: '^/dang-nhap',
    modules: ['accounts/sign-in-page.tsx', 'locales/vi/accounts.json'],
    answers: [session],
  },
];
