// Words in two languages, Vietnamese first. One file per room and language, loaded when the room is opened.
import i18next, { type BackendModule, type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Localized } from '@onetouch/contract';
import type accounts from '../locales/vi/accounts.json';
import type blocks from '../locales/vi/blocks.json';
import type certificates from '../locales/vi/certificates.json';
import type cohorts from '../locales/vi/cohorts.json';
import type courses from '../locales/vi/courses.json';
import type enrolments from '../locales/vi/enrolments.json';
import type invigilation from '../locales/vi/invigilation.json';
import type exams from '../locales/vi/exams.json';
import type marking from '../locales/vi/marking.json';
import type pages from '../locales/vi/pages.json';
import type places from '../locales/vi/places.json';
import problems from '../locales/vi/problems.json' with { type: 'json' };
import type quizzes from '../locales/vi/quizzes.json';
import shell from '../locales/vi/shell.json' with { type: 'json' };
import type sittings from '../locales/vi/sittings.json';
import type staffProblems from '../locales/vi/staff-problems.json';
import type studio from '../locales/vi/studio.json';

export type AppLocale = 'vi' | 'en';

/** The keys that `t` accepts: the Vietnamese files are the source, a test holds the English ones equal. */
export interface Words {
  shell: typeof shell;
  courses: typeof courses;
  blocks: typeof blocks;
  enrolments: typeof enrolments;
  quizzes: typeof quizzes;
  sittings: typeof sittings;
  certificates: typeof certificates;
  cohorts: typeof cohorts;
  exams: typeof exams;
  invigilation: typeof invigilation;
  marking: typeof marking;
  accounts: typeof accounts;
  places: typeof places;
  studio: typeof studio;
  problems: typeof problems;
  /** Refusals of what only staff can ask for; they come with the layout of the staff. */
  'staff-problems': typeof staffProblems;
  pages: typeof pages;
}
export type WordFile = keyof Words;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Words;
  }
}

type WordLoader = () => Promise<{ default: object }>;
const loaders: Record<AppLocale, Record<WordFile, WordLoader>> = {
  vi: {
    shell: () => Promise.resolve({ default: shell }),
    problems: () => Promise.resolve({ default: problems }),
    courses: () => import('../locales/vi/courses.json', { with: { type: 'json' } }),
    blocks: () => import('../locales/vi/blocks.json', { with: { type: 'json' } }),
    enrolments: () => import('../locales/vi/enrolments.json', { with: { type: 'json' } }),
    quizzes: () => import('../locales/vi/quizzes.json', { with: { type: 'json' } }),
    sittings: () => import('../locales/vi/sittings.json', { with: { type: 'json' } }),
    certificates: () => import('../locales/vi/certificates.json', { with: { type: 'json' } }),
    cohorts: () => import('../locales/vi/cohorts.json', { with: { type: 'json' } }),
    exams: () => import('../locales/vi/exams.json', { with: { type: 'json' } }),
    invigilation: () => import('../locales/vi/invigilation.json', { with: { type: 'json' } }),
    marking: () => import('../locales/vi/marking.json', { with: { type: 'json' } }),
    accounts: () => import('../locales/vi/accounts.json', { with: { type: 'json' } }),
    places: () => import('../locales/vi/places.json', { with: { type: 'json' } }),
    studio: () => import('../locales/vi/studio.json', { with: { type: 'json' } }),
    'staff-problems': () => import('../locales/vi/staff-problems.json', { with: { type: 'json' } }),
    pages: () => import('../locales/vi/pages.json', { with: { type: 'json' } }),
  },
  en: {
    shell: () => import('../locales/en/shell.json', { with: { type: 'json' } }),
    problems: () => import('../locales/en/problems.json', { with: { type: 'json' } }),
    courses: () => import('../locales/en/courses.json', { with: { type: 'json' } }),
    blocks: () => import('../locales/en/blocks.json', { with: { type: 'json' } }),
    enrolments: () => import('../locales/en/enrolments.json', { with: { type: 'json' } }),
    quizzes: () => import('../locales/en/quizzes.json', { with: { type: 'json' } }),
    sittings: () => import('../locales/en/sittings.json', { with: { type: 'json' } }),
    certificates: () => import('../locales/en/certificates.json', { with: { type: 'json' } }),
    cohorts: () => import('../locales/en/cohorts.json', { with: { type: 'json' } }),
    exams: () => import('../locales/en/exams.json', { with: { type: 'json' } }),
    invigilation: () => import('../locales/en/invigilation.json', { with: { type: 'json' } }),
    marking: () => import('../locales/en/marking.json', { with: { type: 'json' } }),
    accounts: () => import('../locales/en/accounts.json', { with: { type: 'json' } }),
    places: () => import('../locales/en/places.json', { with: { type: 'json' } }),
    studio: () => import('../locales/en/studio.json', { with: { type: 'json' } }),
    'staff-problems': () => import('../locales/en/staff-problems.json', { with: { type: 'json' } }),
    pages: () => import('../locales/en/pages.json', { with: { type: 'json' } }),
  },
};

const storageKey = 'onetouch.locale';

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, file, done) => {
    loaders[language as AppLocale][file as WordFile]().then(
      (words) => done(null, words.default as Record<string, string>),
      // True: i18next tries again a few times, as weak networks need.
      (error: Error) => done(error, true),
    );
  },
};

function keptLocale(): AppLocale {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Starts the words in the language kept on this device, Vietnamese at first; the shell's words are there when it ends. */
export async function startWords(): Promise<void> {
  i18next.on('languageChanged', (language) => document.documentElement.setAttribute('lang', language));
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: keptLocale(),
      fallbackLng: 'vi',
      supportedLngs: ['vi', 'en'],
      ns: ['shell', 'problems'],
      defaultNS: 'shell',
      partialBundledLanguages: true,
      resources: { vi: { shell, problems } },
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
}

/** Loads the words of a room in the language in use; resolves at once when they are there, throws when they do not come. */
export async function loadWords(...files: WordFile[]): Promise<void> {
  await i18next.loadNamespaces(files);
  const missing = files.filter((file) => !i18next.hasResourceBundle(currentLocale(), file));
  if (missing.length > 0) throw new Error(`words did not load: ${missing.join(', ')}`);
}

/** The language in use. */
export function currentLocale(): AppLocale {
  return i18next.language === 'en' ? 'en' : 'vi';
}

/** Changes the language everywhere and keeps the choice on this device. */
export async function chooseLocale(locale: AppLocale): Promise<void> {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  await i18next.changeLanguage(locale);
}

/** Words of the contract's two-language fields in the language in use. */
export function localized(text: Localized): string {
  return text[currentLocale()] || text.vi;
}

/** `localized` for components: drawn again when the language changes. */
export function useLocalized(): (text: Localized) => string {
  useTranslation('shell');
  return localized;
}

/** `t` outside React. */
export function words<F extends WordFile>(file: F): TFunction<F> {
  return i18next.getFixedT(null, file) as unknown as TFunction<F>;
}
