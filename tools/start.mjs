// `npm start` and `npm run dev`: from a fresh clone to a page in the browser. Knows the order of the steps, not the steps.
import './setup/refuse-old-node.mjs';
import { underPinnedNode } from './setup/rerun.mjs';
import { main } from './setup/stopping.mjs';

await main(async () => {
  if (!(await underPinnedNode())) return;
  // Only now are the packages there that the rest needs.
  const { start } = await import('./start/start.mjs');
  await start({ dev: process.argv.includes('--dev') });
});
