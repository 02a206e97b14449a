// `npm run bench -- NAME`: one benchmark with its own set-up, a table for people and one line of JSON for programs.
// Without NAME it lists them. Knows no single benchmark.
import './setup/refuse-old-node.mjs';
import { underPinnedNode } from './setup/rerun.mjs';
import { main } from './setup/stopping.mjs';

await main(async () => {
  if (!(await underPinnedNode({ code: () => 130 }))) return;
  // Only now are the packages there that the rest needs.
  const { runBench } = await import('./bench/frame/run.mjs');
  await runBench(process.argv[2]);
});
