// One load on the API and the same on the bare server, in turn, several times: the ratio is what counts, pair by pair.
import { fileURLToPath } from 'node:url';
import { launch } from '../../setup/children.mjs';
import { reservePort } from '../../setup/ports.mjs';
import { pause } from '../../setup/processes.mjs';

const bareServer = fileURLToPath(new URL('bare-server.mjs', import.meta.url));
const rounds = 5;
const seconds = 6;
const connections = 16;

/** Starts a bare server of its own process and waits for it. */
export async function startBare(databaseUrl, script = bareServer) {
  const reservation = await reservePort(4450);
  reservation.release();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(reservation.port) };
  const { child, stop } = launch(process.execPath, [script], { env, stdio: 'inherit' });
  const url = `http://127.0.0.1:${reservation.port}`;
  while (!(await fetch(`${url}/health`).catch(() => null))) await pause(50);
  return { url, pid: child.pid, stop };
}

const loadOf = (context, url, { make, duration = seconds }) =>
  context.load({
    url,
    connections,
    duration,
    requests: [{ setupRequest: (request) => ({ ...request, ...make() }) }],
  });

/** `make.api` and `make.bare` answer the next request of each side; answers the figures and ratios of the medians. */
export async function compareWithBare(context, api, make) {
  const bare = await startBare(api.databaseUrl);
  const pairs = [];
  await loadOf(context, api.url, { make: make.api, duration: 3 });
  await loadOf(context, bare.url, { make: make.bare, duration: 3 });
  for (let round = 0; round < rounds; round += 1) {
    const limit = await loadOf(context, bare.url, { make: make.bare });
    const ours = await loadOf(context, api.url, { make: make.api });
    pairs.push({ limit, ours });
  }
  await bare.stop();
  context.table(
    ['round', 'bare /s', 'API /s', 'ratio', 'bare p99 ms', 'API p99 ms', 'errors'],
    pairs.map(({ limit, ours }, index) => [
      index + 1,
      Math.round(limit.perSecond),
      Math.round(ours.perSecond),
      (ours.perSecond / limit.perSecond).toFixed(2),
      limit.p99Ms,
      ours.p99Ms,
      limit.errors + ours.errors,
    ]),
  );
  const middle = (pick) => context.median(pairs.map(pick));
  return {
    figures: {
      barePerSecond: middle(({ limit }) => limit.perSecond),
      apiPerSecond: middle(({ ours }) => ours.perSecond),
      bareP99Ms: middle(({ limit }) => limit.p99Ms),
      apiP50Ms: middle(({ ours }) => ours.p50Ms),
      apiP99Ms: middle(({ ours }) => ours.p99Ms),
      errors: pairs.reduce((sum, { limit, ours }) => sum + limit.errors + ours.errors, 0),
    },
    ratios: {
      perSecondRatio: middle(({ limit, ours }) => ours.perSecond / limit.perSecond),
      p99Ratio: middle(({ limit, ours }) => ours.p99Ms / Math.max(1, limit.p99Ms)),
    },
  };
}
