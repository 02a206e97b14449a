// How long people wait after `npm start` when everything is installed and built, and what the running house weighs.
// Works on a data folder of its own; knows two addresses of the page and nothing behind them.
import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../setup/build.mjs';
import { launch } from '../setup/children.mjs';
import { inRoot, temporaryFolder } from '../setup/folders.mjs';
import { reservePort } from '../setup/ports.mjs';
import { pause } from '../setup/processes.mjs';
import { plainError } from '../setup/stopping.mjs';
import { processesWith } from './frame/memory.mjs';

export const describe =
  'seconds from `npm start` to the first catalogue, and memory of API + PostgreSQL at rest';

const runs = 5;
const restSeconds = 5;
const paths = ['/', '/api/v1/courses'];

/** Starts once unmeasured (that makes the cluster and loads the content), then measures several starts. */
export async function run(context) {
  await ensureBuilt();
  const folder = temporaryFolder('bench');
  const first = await measure(context, folder);
  const rounds = [];
  for (let round = 0; round < runs; round += 1) rounds.push(await measure(context, folder));
  rmSync(folder, { recursive: true, force: true });
  context.table(
    ['run', 'page s', 'courses s', 'API PSS MiB', 'PostgreSQL PSS MiB', 'PostgreSQL processes', 'RSS MiB'],
    [first, ...rounds].map((one, index) => [index === 0 ? 'first' : index, ...asCells(one)]),
  );
  const middle = (pick) => context.median(rounds.map(pick));
  return {
    figures: {
      firstStartS: first.ready,
      startS: middle((one) => one.ready),
      apiPssMiB: middle((one) => one.api.pssMiB),
      postgresPssMiB: middle((one) => one.postgres.pssMiB),
      restPssMiB: middle((one) => one.api.pssMiB + one.postgres.pssMiB),
      restRssMiB: middle((one) => one.api.rssMiB + one.postgres.rssMiB),
    },
    targets: { startS: { max: 8 }, restPssMiB: { max: 350 } },
  };
}

function asCells({ seconds, api, postgres, processes }) {
  const texts = [...seconds, api.pssMiB, postgres.pssMiB, processes, api.rssMiB + postgres.rssMiB];
  return texts.map((value) => Math.round(value * 100) / 100);
}

async function measure(context, folder) {
  const reservation = await reservePort(4500);
  // Given back at once: the started command reserves it for itself.
  reservation.release();
  const env = { ...process.env, PORT: String(reservation.port), ONETOUCH_DATA_DIR: folder };
  delete env.DATABASE_URL;
  const began = performance.now();
  const { child, ended, stop } = launch('npm', ['start'], { env, stdio: 'ignore', graceSeconds: 40 });
  const seconds = await Promise.all(
    paths.map((path) => untilServed(`http://127.0.0.1:${reservation.port}${path}`, { began, ended })),
  );
  await pause(restSeconds * 1000);
  const weight = weigh(context, child.pid, folder);
  await stop();
  return { seconds, ready: Math.max(...seconds), ...weight };
}

async function untilServed(url, { began, ended }) {
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!isOver) {
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return (performance.now() - began) / 1000;
    if (performance.now() - began > 120_000) throw plainError(`${url} is not served after two minutes.`);
    await pause(20);
  }
  throw plainError('`npm start` ended before it served the page.');
}

/** PostgreSQL runs away from the terminal and is no descendant of npm; its command line names the folder. */
function weigh(context, pid, folder) {
  const family = context.familyOf(pid);
  const api = processesWith(inRoot('apps', 'api', 'dist', 'main.js')).filter((one) => family.includes(one));
  const postgres = processesWith('-D', join(realpathSync(folder), 'postgres')).flatMap(context.familyOf);
  if (api.length === 0 || postgres.length === 0)
    throw plainError('API or PostgreSQL is not to be seen in /proc.');
  return { api: context.memoryOf(api), postgres: context.memoryOf(postgres), processes: postgres.length };
}
