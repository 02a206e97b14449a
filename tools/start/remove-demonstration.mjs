// Runs the API's own remover on the database that `npm start` uses. A running copy may go on; it follows at once.
import { ensureBuilt } from '../setup/build.mjs';
import { ownEnvironment, run } from '../setup/children.mjs';
import { inRoot } from '../setup/folders.mjs';
import { end } from '../setup/stopping.mjs';
import { openDatabase } from './database.mjs';

/** Removes and says what was removed; ends with the remover's exit code. */
export async function removeDemonstration() {
  await ensureBuilt();
  const { url } = await openDatabase();
  const script = inRoot('apps', 'api', 'dist', 'remove-demonstration-data.js');
  const { code } = await run(process.execPath, [script], {
    env: ownEnvironment({ DATABASE_URL: url }),
    onLine: (line) => console.log(line),
  });
  await end(code === 0 ? 0 : 1);
}
