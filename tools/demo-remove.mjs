// `npm run demo:remove`: takes the demonstration people and courses out of the database for good. Knows no table.
import './setup/refuse-old-node.mjs';
import { underPinnedNode } from './setup/rerun.mjs';
import { main } from './setup/stopping.mjs';

await main(async () => {
  if (!(await underPinnedNode())) return;
  const { removeDemonstration } = await import('./start/remove-demonstration.mjs');
  await removeDemonstration();
});
