// What the test tools report, as counts. A tool that ends badly without a failed test counts as one failure.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, existing } from '../setup/folders.mjs';

/** A file for a tool's report; last time's is removed, so that it cannot pass for today's. */
export function reportFile(name) {
  const file = join(existing(join(cacheFolder, 'reports')), `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** Counts of a Jest run. */
export function jestResult(file, { code, output }) {
  const report = read(file);
  if (!report) return crashed(output);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  return settle({ passed: report.numPassedTests, failed, skipped, output }, code);
}

/** Counts of a Playwright run; a test that passes only when repeated has failed. */
export function playwrightResult(file, { code, output }) {
  const report = read(file);
  if (!report) return crashed(output);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors.map((error) => error.message).join('\n');
  return settle(
    { passed: expected, failed: unexpected + flaky, skipped, output: `${output}\n${errors}` },
    code,
  );
}

const crashed = (output) => ({
  passed: 0,
  failed: 1,
  output: `${output}\n\nThe tool ended without a report.`,
});

const settle = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

function read(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}
