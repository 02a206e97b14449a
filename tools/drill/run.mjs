// The drill from plan to look-back: prepares, lets everybody play, measures what more the installation could bear, and reports.
import { openBenchContext } from '../bench/frame/context.mjs';
import { base, browserOf } from '../load/exam-morning.mjs';
import { end } from '../setup/stopping.mjs';
import { lookAgain, prepareMorning, sitThrough } from './morning.mjs';
import { openNotes } from './notes.mjs';
import { optionsOf, usage } from './options.mjs';
import { report } from './report.mjs';

const capacitySeconds = 5;

/** Plays the drill; ends with code 1 when anything was lost or refused. */
export async function runDrill(args) {
  const options = optionsOf(args);
  if (!options) {
    console.log(usage);
    return end(0);
  }
  const context = openBenchContext();
  const place = options.url ? options : await context.startApi({ ONETOUCH_DEMO: '0' });
  const notes = openNotes(await clockOffset(place.url));
  const played = await play(place, options, notes);
  const capacity = await capacityOf(place, played);
  const isSound = report(context, { options, notes, capacity, ...played });
  if (!options.url) await place.stop();
  await context.close();
  return end(isSound ? 0 : 1);
}

/** How far this machine's clock is ahead of the server's, by the answer's own date to the second. */
async function clockOffset(url) {
  const answer = await fetch(`${url}${base}/health`).catch(() => null);
  const date = new Date(answer?.headers.get('date') ?? Date.now()).getTime();
  const offset = Date.now() - date;
  return Math.abs(offset) < 1500 ? 0 : offset;
}

async function play(place, options, notes) {
  say(`${options.learners} people, ${options.rooms} rooms: accounts, papers, check-in …`);
  const startsIn = 30 + options.learners / 40;
  const morning = await prepareMorning(place, { ...options, startsIn }, notes);
  say(`papers drawn in ${morning.drawSeconds.toFixed(1)} s; the start is at ${morning.exam.startsAt} …`);
  const finished = await sitThrough(morning, options);
  say('looking at every answer again …');
  await lookAgain(morning.learners);
  const { totals } = await morning.runner.call('GET', `/exams/${morning.exam.id}/results?limit=1`);
  return { ...morning, finished, totals };
}

/** Signs of life as fast as they are answered, over sixty-four lines: what the installation could bear in requests a second. */
async function capacityOf({ url }, { learners }) {
  const some = learners.filter((learner) => learner.attemptId).slice(0, 64);
  const until = performance.now() + capacitySeconds * 1000;
  let count = 0;
  await Promise.all(
    some.map(async ({ learner, attemptId, device }) => {
      const { call, connection } = browserOf(url, learner.token);
      while (performance.now() < until) {
        await call('POST', `/attempts/${attemptId}/beat`, { device, waiting: 0 });
        count += 1;
      }
      connection.close();
    }),
  );
  return count / capacitySeconds;
}

function say(words) {
  console.log(`  ${words}`);
}
