// Where built files lie: all below /assets, which browsers keep for ever. What only staff load is kept apart, so that
// the service worker of a learner never fetches it.
const staffSources = [
  /\/src\/(studio|cohorts)\//,
  /\/src\/accounts\/people/,
  /\/src\/certificates\/registry/,
  /\/src\/ui\/layout\/staff-layout/,
  /\/src\/locales\/(vi|en)\/(studio|cohorts)\.json/,
  /\/node_modules\/(@tiptap|prosemirror-[a-z]+|linkifyjs|orderedmap|rope-sequence|w3c-keyname)\//,
];

const isStaff = (ids: readonly string[]) =>
  ids.length > 0 && ids.some((id) => staffSources.some((source) => source.test(id)));

/** A shared chunk is named after its parts: as soon as one of them is a staff source, no learner page needs the chunk. */
export function chunkName({ moduleIds }: { moduleIds: readonly string[] }): string {
  return `assets/${isStaff(moduleIds) ? 'staff/' : ''}[name]-[hash].js`;
}

/** Fonts, styles and pictures by kind. */
export function assetName({ names }: { names: readonly string[] }): string {
  const [name = ''] = names;
  if (name.endsWith('.woff2')) return 'assets/fonts/[name]-[hash][extname]';
  const isStaffStyle = /^(desk|draft|cohorts?|people|registry|staff)[^/]*\.css$/.test(name);
  return `assets/${isStaffStyle ? 'staff/' : ''}[name]-[hash][extname]`;
}

/** Libraries of every page in one file, which stays in the browser's cache over our own updates. */
export const codeSplitting = {
  groups: [
    {
      name: 'libraries',
      test: /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|use-sync-external-store|html-parse-stringify|void-elements|cookie|set-cookie-parser)[\\/]/,
    },
  ],
};
