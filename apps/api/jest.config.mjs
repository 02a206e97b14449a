// Tests of the API through HTTP on a real PostgreSQL; see test/database.ts for where it comes from.
export default {
  rootDir: '.',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@onetouch/(contract|domain)$': '<rootDir>/../../libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  // Nothing takes so long; a machine with much other work may take longer than a minute for a whole installation.
  testTimeout: 300_000,
  maxWorkers: 2,
  // A worker has nothing open at its end, but many applications to let go of: on a busy machine that takes more than half a second.
  workerGracefulExitTimeout: 10_000,
};
