// Finds a benchmark by its name, runs it and prints its verdict. A benchmark is a file `tools/bench/<name>.mjs` that
// exports `describe` (one sentence) and `run(context)`, which answers `{ figures, ratios?, targets }`.
import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../setup/folders.mjs';
import { end, plainError } from '../../setup/stopping.mjs';
import { openBenchContext } from './context.mjs';
import { isMet, printVerdict } from './verdict.mjs';

/** Runs the named benchmark, or lists what there is; ends with code 1 when a target is missed. */
export async function runBench(name) {
  if (!name) return list();
  const file = fileOf(name);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    throw plainError(`There is no benchmark '${name}'; \`npm run bench\` lists them.`);
  }
  const { describe, run } = await import(pathToFileURL(file).href);
  console.log(`${name}: ${describe}\n`);
  const context = openBenchContext();
  const result = { bench: name, figures: {}, ratios: {}, targets: {}, ...(await run(context)) };
  await context.close();
  printVerdict(result);
  console.log(JSON.stringify({ ...result, met: isMet(result) }));
  await end(isMet(result) ? 0 : 1);
}

async function list() {
  const names = readdirSync(inRoot('tools', 'bench')).filter((file) => file.endsWith('.mjs'));
  console.log('Benchmarks (npm run bench -- NAME):');
  for (const name of names.map((file) => file.slice(0, -4))) {
    const { describe } = await import(pathToFileURL(fileOf(name)).href);
    console.log(`  ${name.padEnd(14)} ${describe}`);
  }
  await end(0);
}

const fileOf = (name) => inRoot('tools', 'bench', `${name}.mjs`);
