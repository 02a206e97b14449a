// Runs the chosen steps one after the other, a line for each, and adds up. Knows no step's inside.
import { end, isStopping, plainError } from '../setup/stopping.mjs';
import { openContext } from './context.mjs';
import { steps } from './steps.mjs';

/** `--quick` leaves out what needs a database or a browser; `--only api,web` runs the named steps. */
export async function runTests(args) {
  const chosen = choose(args);
  const context = openContext();
  const total = { passed: 0, failed: 0 };
  for (const step of chosen) {
    const result = await runStep(step, context);
    if (isStopping()) return;
    total.passed += result.passed;
    total.failed += result.failed;
  }
  await context.close();
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  await end(total.failed > 0 ? 1 : 0);
}

function choose(args) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (at < 0) return args.includes('--quick') ? steps.filter((step) => step.quick) : steps;
  const names = (args[at].split('=')[1] ?? args[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length === 0) return steps.filter((step) => names.includes(step.name));
  throw plainError(`No step named '${unknown}'; there are ${steps.map((step) => step.name).join(', ')}.`);
}

async function runStep(step, context) {
  const name = step.name.padEnd(10);
  const missing = step.missing?.();
  if (missing) {
    console.log(`skipped  ${name} ${missing}`);
    return { passed: 0, failed: 0 };
  }
  const started = Date.now();
  const result = await step.run(context).catch((error) => ({
    passed: 0,
    failed: 1,
    output: error.plain ? error.message : (error.stack ?? String(error)),
  }));
  if (isStopping()) return result;
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  if (result.failed > 0) console.log(`\n${result.output.trimEnd()}\n`);
  console.log(`${result.failed > 0 ? 'FAILED ' : 'passed '}  ${name} ${seconds}   ${inWords(result)}`);
  return result;
}

function inWords({ passed, failed, skipped = 0 }) {
  if (passed + failed === 0) return skipped > 0 ? `${skipped} skipped` : 'nothing to count';
  return [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');
}
