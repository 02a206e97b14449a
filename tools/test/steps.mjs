// The steps of `npm test` in their order. A step answers `{ passed, failed, skipped?, output }`; a thrown error is one
// failure. Knows which tool checks what, never what the tests are about.
import { existsSync } from 'node:fs';
import { binOf, ownEnvironment, run } from '../setup/children.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { inRoot } from '../setup/folders.mjs';
import { ensureChromium } from './chromium.mjs';
import { jestResult, playwrightResult, reportFile } from './reports.mjs';

const jestFlags = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** All steps; `quick` ones need neither database nor browser. */
export const steps = [
  { name: 'format', quick: true, run: () => oneCheck('prettier', ['--check', '--log-level=warn', '.']) },
  { name: 'lint', quick: true, run: () => oneCheck('eslint', ['.', '--max-warnings=0']) },
  {
    name: 'types',
    quick: true,
    run: () => oneCheck('nx', ['run-many', '-t', 'typecheck', '--outputStyle=static']),
  },
  { name: 'boundaries', quick: true, run: boundaries },
  jestStep('domain', 'libs/domain', { quick: true }),
  jestStep('contract', 'libs/contract', { quick: true }),
  jestStep('web', 'apps/web', { quick: true }),
  { name: 'build', run: build },
  jestStep('api', 'apps/api', { environment: (context) => context.databaseEnvironment() }),
  { name: 'faults', run: faults },
  { name: 'e2e', missing: () => missing('e2e/playwright.config.ts'), run: browserTests },
];

const missing = (config) => (existsSync(inRoot(config)) ? null : `no tests yet (${config} is not there)`);

/** Counts as one test, passed or failed. */
async function oneCheck(tool, args) {
  const { code, output } = await run(process.execPath, [binOf(tool), ...args], { env: ownEnvironment() });
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** Imports that must fail, counted one by one. */
async function boundaries() {
  const script = inRoot('tools', 'lint', 'self-test.mjs');
  const { code, output } = await run(process.execPath, [script], { env: ownEnvironment() });
  return counted(output, code);
}

function counted(output, code) {
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(output) ?? [];
  return passed
    ? { passed: Number(passed), failed: Number(failed), output }
    : { passed: 0, failed: code ? 1 : 0, output };
}

/** Processes killed in the middle of an exam, counted sentence by sentence. */
async function faults() {
  const script = inRoot('tools', 'faults', 'run.mjs');
  const { code, output } = await run(process.execPath, [script], { env: ownEnvironment() });
  return counted(output, code);
}

/** Counts only when it fails. */
async function build() {
  await ensureBuilt();
  return { passed: 0, failed: 0, output: '' };
}

function jestStep(name, project, { quick = false, environment = async () => ({}) }) {
  const config = `${project}/jest.config.mjs`;
  return {
    name,
    quick,
    missing: () => missing(config),
    run: (context) => jest(name, config, environment(context)),
  };
}

async function jest(name, config, environment) {
  const report = reportFile(name);
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${jestFlags}`.trim();
  const args = ['-c', config, '--ci', '--passWithNoTests', '--json', `--outputFile=${report}`];
  // With --json the report also goes to the standard output; the file is enough.
  const { code, output } = await run(process.execPath, [binOf('jest'), ...args], {
    env: ownEnvironment({ NODE_OPTIONS, FORCE_COLOR: '0', ...(await environment) }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return jestResult(report, { code, output });
}

async function browserTests(context) {
  const chromium = await ensureChromium();
  await ensureBuilt();
  const site = await context.servePage();
  const report = reportFile('e2e');
  const env = ownEnvironment({
    ...site,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    FORCE_COLOR: '0',
  });
  const args = [
    binOf('@playwright/test', 'playwright'),
    'test',
    '-c',
    'e2e/playwright.config.ts',
    '--reporter=list,json',
  ];
  const { code, output } = await run(process.execPath, args, { env });
  return playwrightResult(report, { code, output });
}
