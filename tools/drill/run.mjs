// The morning from plan to look-back: prepares people, rooms and papers, lets everybody play, looks at every answer again, measures
// what more the installation could bear, and reports.
import { openBenchContext } from '../bench/frame/context.mjs';
import { base, browserOf, codesByPerson, drawPapers, inTurns, planExam } from '../load/exam-morning.mjs';
import { seedExamPeople } from '../load/exam-people.mjs';
import { Latencies } from '../load/latencies.mjs';
import { end } from '../setup/stopping.mjs';
import { PlayedLearner } from './learner.mjs';
import { optionsOf, usage } from './options.mjs';
import { report } from './report.mjs';

const checkInsAtOnce = 24;
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

/** What is noted while playing; `tick` counts requests by second. */
function openNotes(clockOffsetMs) {
  const perSecond = new Map();
  const tick = () => {
    const second = Math.floor(performance.now() / 1000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  };
  return {
    latencies: new Latencies(),
    errors: [],
    lost: new Set(),
    again: 0,
    perSecond,
    tick,
    clockOffsetMs,
  };
}

/** How far this machine's clock is ahead of the server's, by the answer's own date to the second. */
async function clockOffset(url) {
  const answer = await fetch(`${url}${base}/health`).catch(() => null);
  const date = new Date(answer?.headers.get('date') ?? Date.now()).getTime();
  const offset = Date.now() - date;
  return Math.abs(offset) < 1500 ? 0 : offset;
}

async function play({ url, databaseUrl }, options, notes) {
  say(`${options.learners} people, ${options.rooms} rooms: accounts and papers …`);
  const people = await seedExamPeople(databaseUrl, options.learners);
  const runner = browserOf(url, people.runner.token);
  const startsIn = 30 + options.learners / 40;
  const { rooms, spread: spreadSeconds } = options;
  const exam = await planExam(runner, people, { rooms, startsIn, spreadSeconds, name: 'Diễn tập' });
  const drawSeconds = await drawPapers(runner, exam.id);
  const seats = await codesByPerson(databaseUrl, exam.id);
  const learners = people.learners.map(
    (learner) =>
      new PlayedLearner({
        learner,
        code: seats.get(learner.personId).code,
        browser: browserOf(url, learner.token),
        options,
        notes,
      }),
  );
  say(`papers drawn in ${drawSeconds.toFixed(1)} s; check-in …`);
  await inTurns(learners, checkInsAtOnce, (learner) => learner.checkIn().catch(() => {}));
  say(`everybody waits for the start at ${exam.startsAt} …`);
  const finished = await Promise.all(learners.map((learner) => sitThrough(learner, exam.startsAt, options)));
  say('looking at every answer again …');
  const attempts = learners.filter((learner) => learner.attemptId);
  await inTurns(attempts, checkInsAtOnce, (learner) => learner.look().catch(() => {}));
  const { totals } = await runner.call('GET', `/exams/${exam.id}/results?limit=1`);
  return { finished: finished.filter(Boolean).length, totals, learners, drawSeconds };
}

async function sitThrough(learner, startsAt, { offline }) {
  try {
    await learner.begin(startsAt);
    await learner.answerAll(Math.random() * 100 < offline);
    await learner.handIn();
    return true;
  } catch {
    // Noted where it happened; the others go on.
    return false;
  }
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
