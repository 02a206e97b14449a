// The database that a start works on: the server of DATABASE_URL, or the embedded one. Knows no table.
import { dataFolder } from '../setup/folders.mjs';
import { startPostgres } from '../setup/postgres.mjs';
import { isStopping } from '../setup/stopping.mjs';

const name = 'onetouch';

/** Answers `{ url, where, lost }`; `lost` resolves with a sentence when the embedded server is gone. */
export async function openDatabase() {
  if (process.env.DATABASE_URL) {
    return {
      url: process.env.DATABASE_URL,
      where: 'the server of DATABASE_URL',
      lost: new Promise(() => {}),
    };
  }
  const postgres = await startPostgres();
  await postgres.createDatabase(name);
  return {
    url: postgres.url(name),
    where: postgres.place.outside ? `${postgres.place.cluster} (with ${dataFolder})` : dataFolder,
    postgres,
    lost: watch(postgres),
  };
}

/** Without its server the page would only answer errors; better to end and to say why. */
function watch(postgres) {
  return new Promise((done) => {
    const timer = setInterval(() => {
      if (isStopping() || postgres.serverPid()) return;
      clearInterval(timer);
      done(
        `PostgreSQL has stopped; its words are in ${dataFolder}/logs/postgres.log. \`npm start\` starts it again.`,
      );
    }, 5000);
    timer.unref();
  });
}
