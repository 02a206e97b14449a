// Where built files lie and which modules share a file: all below /assets, which browsers keep for ever. Few files, because
// each one costs a request on a weak network. What only staff load is kept apart, so that the service worker of a learner
// never fetches it.
const staffSources = [
  /\/src\/(studio|cohorts|exams|invigilation|marking)\//,
  /\/src\/accounts\/people/,
  /\/src\/certificates\/registry/,
  /\/src\/ui\/(layout\/staff-layout|page-head|page-path|row-list|row-name|search-line|search-words|staff-page|view-links)\./,
  /\/src\/locales\/(vi|en)\/(studio|cohorts|exams|invigilation|marking|staff-problems)\.json/,
  /\/node_modules\/(@tiptap|prosemirror-[a-z]+|linkifyjs|orderedmap|rope-sequence|w3c-keyname)\//,
];

const isStaff = (ids: readonly string[]) =>
  ids.length > 0 && ids.some((id) => staffSources.some((source) => source.test(id)));

/** Names of staff chunks: their styles follow them. */
const staffNames = new Set<string>();

/**
 * A shared chunk is named after its parts: as soon as one of them is a staff source, no learner page needs the chunk.
 * English words lie apart as well: few learners on this device ever need them.
 */
export function chunkName({ name, moduleIds }: { name: string; moduleIds: readonly string[] }): string {
  if (isStaff(moduleIds)) {
    staffNames.add(name);
    return 'assets/staff/[name]-[hash].js';
  }
  const isEnglish = moduleIds.some((id) => id.includes('/src/locales/en/'));
  return `assets/${isEnglish ? 'en/' : ''}[name]-[hash].js`;
}

/** Fonts, styles and pictures by kind. */
export function assetName({ names }: { names: readonly string[] }): string {
  const [name = ''] = names;
  if (name.endsWith('.woff2')) return 'assets/fonts/[name]-[hash][extname]';
  return `assets/${staffNames.has(name.replace(/\.css$/, '')) ? 'staff/' : ''}[name]-[hash][extname]`;
}

const everyPageLibraries =
  /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|use-sync-external-store|cookie|set-cookie-parser)[\\/]/;
// Words with markup inside are used by results only, and bring a parser of HTML along.
const notOnEveryPage = /[\\/]react-i18next[\\/].*[\\/](Icu)?Trans/;
// Small things of the catalogue and the course page that other pages of learners use too.
const parts = [
  /[\\/]src[\\/]ui[\\/](tag|chip|choice-option|progress-bar|use-is-narrow|use-asked-search|card|visually-hidden)\./,
  /[\\/]src[\\/]courses[\\/](catalogue-filters|course-look|download-records|audience-tag|weight-line|lesson-paths|search-box|use-dictation|use-away)\./,
  /[\\/]src[\\/]platform[\\/]stored-copies\./,
  /[\\/]icons[\\/]Icon(CircleCheck|CircleX|Download|PlayerPlayFilled|Search|X)\.mjs/,
];

const formParts =
  /[\\/]src[\\/]ui[\\/](field|text-input|choices|select|use-form|form-problem|error-summary)\./;

/** Libraries of every page in one file, which stays in the browser's cache over our own updates; the shell in another. */
export const codeSplitting = {
  groups: [
    {
      name: 'libraries',
      priority: 3,
      test: (id: string) => everyPageLibraries.test(id) && !notOnEveryPage.test(id),
    },
    { name: 'shell', priority: 2, tags: ['$initial' as const] },
    { name: 'parts', priority: 1, test: (id: string) => parts.some((part) => part.test(id)) },
    { name: 'forms', priority: 1, test: formParts },
    // What is left over of the icons that several pages share: together smaller than one more request each.
    { name: 'icons', priority: 0, minShareCount: 2, test: /[\\/]icons-react[\\/]/ },
  ],
};
