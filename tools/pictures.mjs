// `npm run pictures`: every page as a picture, phone and desktop, light and dark, for looking at beside the mock-ups. Knows no page.
import './setup/refuse-old-node.mjs';
import { underPinnedNode } from './setup/rerun.mjs';
import { main } from './setup/stopping.mjs';

await main(async () => {
  if (!(await underPinnedNode())) return;
  const { takePictures } = await import('./pictures/take.mjs');
  await takePictures(process.argv.slice(2));
});
