// `npm test` and `npm run check`: every check there is, ending with `N passed, N failed`. Knows no single check.
import './setup/refuse-old-node.mjs';
import { underPinnedNode } from './setup/rerun.mjs';
import { main } from './setup/stopping.mjs';

await main(async () => {
  if (!(await underPinnedNode({ code: () => 130 }))) return;
  // Only now are the packages there that the rest needs.
  const { runTests } = await import('./test/run.mjs');
  await runTests(process.argv.slice(2));
});
