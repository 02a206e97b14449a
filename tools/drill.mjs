// `npm run drill -- --learners 3600 --rooms 238`: plays a whole exam morning with real HTTP and says what was lost (nothing may be)
// and how much headroom is left. Knows no endpoint.
import './setup/refuse-old-node.mjs';
import { underPinnedNode } from './setup/rerun.mjs';
import { main } from './setup/stopping.mjs';

await main(async () => {
  if (!(await underPinnedNode({ code: () => 130 }))) return;
  const { runDrill } = await import('./drill/run.mjs');
  await runDrill(process.argv.slice(2));
});
