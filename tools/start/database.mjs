// The database that a start works on: the server of DATABASE_URL, or the embedded one. Knows no table.
import { dataFolder } from '../setup/folders.mjs';
import { startPostgres } from '../setup/postgres.mjs';
import { isStopping } from '../setup/stopping.mjs';

const name = 'onetouch';
const revivalsAMinute = 3;
const lostWords = `PostgreSQL has stopped and does not stay up; its words are in ${dataFolder}/logs/postgres.log. \`npm start\` starts it again.`;

/** Answers `{ url, where, lost }`; `lost` resolves with a sentence when the embedded server is gone for good. */
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

/** Starts the server again when it has gone; the API waits for it with 503. Gives up, with the reason, when it does not stay. */
function watch(postgres) {
  const revivals = [];
  return new Promise((done) => {
    let isReviving = false;
    const look = async () => {
      if (isReviving || isStopping() || postgres.serverPid()) return;
      isReviving = true;
      revivals.push(Date.now());
      const isTooOften = revivals.filter((time) => time > Date.now() - 60_000).length > revivalsAMinute;
      if (!isTooOften) console.log('PostgreSQL has stopped; starting it again …');
      const isBack = !isTooOften && (await postgres.revive().catch(() => false));
      if (isBack) console.log('PostgreSQL runs again.');
      else if (!isStopping()) done(lostWords);
      isReviving = !isBack;
    };
    setInterval(() => void look(), 1000).unref();
  });
}
