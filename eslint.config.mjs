// The architecture as lint: which room may import which, and the sizes and habits of the house. Every rule is an error.
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { roomZones } from './tools/lint/rooms.mjs';

const boundaries = {
  '@nx/enforce-module-boundaries': [
    'error',
    {
      enforceBuildableLibDependency: false,
      allow: [],
      depConstraints: [
        { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['layer:contract', 'layer:domain'] },
        {
          sourceTag: 'layer:contract',
          onlyDependOnLibsWithTags: ['layer:domain'],
          allowedExternalImports: ['zod'],
        },
        { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
        { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['layer:contract', 'layer:domain'] },
        {
          sourceTag: 'runs:browser',
          bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'fastify', '@fastify/*', 'zod'],
        },
        {
          sourceTag: 'runs:server',
          bannedExternalImports: ['react', 'react-dom', 'react-router'],
        },
      ],
    },
  ],
};

// Three parameters at most; constructors are exempt, because dependency injection fills them by type.
const tooManyParameters = [
  'FunctionDeclaration[params.length>3]',
  'ArrowFunctionExpression[params.length>3]',
  'MethodDefinition[kind!="constructor"] > FunctionExpression[params.length>3]',
].map((selector) => ({ selector, message: 'Three parameters at most: hand over an object.' }));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.data/**',
      '.nx/**',
      '.cache/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  // No comment in a file switches a rule off; a component may excuse itself from one of accessibility, see the self-test.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: ['apps/web/src/**/*.tsx'], linterOptions: { noInlineConfig: false } },
  { plugins: { '@nx': nx } },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...tooManyParameters],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack'] }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: false } }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          caughtErrorsIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A control character in a pattern is how the contract keeps them out.
      'no-control-regex': 'off',
    },
  },
  // Specs may use the tools of testing; what is shipped may not.
  {
    files: ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.ts', 'e2e/**/*.ts'],
    ignores: ['**/*.spec.{ts,tsx}', '**/*.sample.ts'],
    rules: boundaries,
  },
  {
    // Injected classes are imported as values, because decorator metadata names them.
    files: ['apps/api/**/*.ts'],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
  },
  { files: ['apps/api/src/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    // Columns are filled by TypeORM, so the compiler has to be told that they are there.
    files: ['apps/api/src/**/*.entity.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['react', 'react-dom'], message: 'The server never sees the page.' }],
        },
      ],
    },
  },
  ...roomZones(tooManyParameters),
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    // A component is one function with its markup, so it may be longer than a rule of the domain.
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: [
      '**/*.spec.{ts,tsx}',
      '**/*.sample.ts',
      'apps/*/test/**',
      'e2e/**',
      'libs/domain/src/**/*.spec.ts',
    ],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 500 }],
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.config.ts', 'apps/web/public/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        document: 'readonly',
        localStorage: 'readonly',
        PerformanceObserver: 'readonly',
        matchMedia: 'readonly',
        navigator: 'readonly',
        window: 'readonly',
        globalThis: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.{mjs,ts}', 'apps/*/*.config.{mjs,ts}', 'e2e/*.config.ts', 'apps/api/test/global-*.mjs'],
    rules: { 'no-restricted-exports': 'off' },
  },
  prettier,
);
