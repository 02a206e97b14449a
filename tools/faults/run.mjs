// Faults in the middle of an exam: processes killed with -9 while everybody answers. Each check is a sentence that can fail. Prints
// `N passed, N failed`; run by `npm test` with a PostgreSQL of its own, because it is killed.
import '../setup/refuse-old-node.mjs';
import { underPinnedNode } from '../setup/rerun.mjs';
import { end, main } from '../setup/stopping.mjs';

await main(async () => {
  if (!(await underPinnedNode())) return;
  const { killedInTheRush } = await import('./killed-in-the-rush.mjs');
  const checks = await killedInTheRush();
  for (const { sentence, isTrue, seen } of checks) if (!isTrue) console.log(`not so: ${sentence} (${seen})`);
  const passed = checks.filter(({ isTrue }) => isTrue).length;
  console.log(`faults: ${passed} passed, ${checks.length - passed} failed`);
  await end(passed === checks.length ? 0 : 1);
});
