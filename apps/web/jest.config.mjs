// Unit tests of the web page: jsdom, native ESM, the real contract, style names as they are written.
export default {
  displayName: 'web',
  // Forms are typed letter by letter, on machines with other work too.
  testTimeout: 180_000,
  testEnvironment: '<rootDir>/test/environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2023',
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '\\.module\\.css$': '<rootDir>/test/style-names.mjs',
    '\\.(css|woff2|svg)$': '<rootDir>/test/style-names.mjs',
    '^@onetouch/contract$': '<rootDir>/../../libs/contract/src/index.ts',
    '^@onetouch/domain$': '<rootDir>/../../libs/domain/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Before any module: Dexie looks for IndexedDB when it is loaded.
  setupFiles: ['fake-indexeddb/auto'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
};
