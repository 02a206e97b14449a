// What a drill says at its end: a table for people, a verdict in words, and one line of JSON.

const steps = ['check-in', 'start', 'save', 'reload', 'submit', 'look'];

/** Prints; answers whether nothing was refused and nothing lost. */
export function report(context, result) {
  const { options, notes, capacity, finished, totals } = result;
  const { latencies, errors, lost } = notes;
  const lines = steps.map((step) => {
    const { count, p50Ms, p95Ms, p99Ms, maxMs } = latencies.of(step);
    return [step, count, p50Ms, p95Ms, p99Ms, maxMs];
  });
  context.table(['step', 'requests', 'p50 ms', 'p95 ms', 'p99 ms', 'longest ms'], lines);
  const peak = Math.max(0, ...notes.perSecond.values());
  const headroom = capacity / Math.max(1, peak);
  const saves = latencies.of('save').count;
  for (const error of errors.slice(0, 10)) console.log(`  refused: ${error}`);
  console.log(`  ${finished} of ${options.learners} handed in; the server counts ${totals.submitted}.`);
  console.log(
    `  ${saves} answers with a receipt, ${lost.size} of them lost; ${errors.length} refusals, ${notes.again} tries again.`,
  );
  console.log(
    `  Busiest second: ${peak} requests. Short requests at full load: ${Math.round(capacity)} a second, headroom ${headroom.toFixed(1)}.\n`,
  );
  const isWhole = finished === options.learners && totals.submitted === finished;
  const isSound = errors.length === 0 && lost.size === 0 && isWhole;
  console.log(
    JSON.stringify({ drill: options, figures: figuresOf(result, peak), ratios: { headroom }, met: isSound }),
  );
  return isSound;
}

function figuresOf({ notes, capacity, finished, drawSeconds }, peak) {
  const times = ['check-in', 'start', 'save', 'submit'].flatMap((step) => {
    const { p50Ms, p95Ms, p99Ms } = notes.latencies.of(step);
    const name = step.replace('check-in', 'checkIn');
    return [
      [`${name}P50Ms`, p50Ms],
      [`${name}P95Ms`, p95Ms],
      [`${name}P99Ms`, p99Ms],
    ];
  });
  return {
    finished,
    errors: notes.errors.length,
    lostAnswers: notes.lost.size,
    triedAgain: notes.again,
    drawSeconds,
    peakPerSecond: peak,
    capacityPerSecond: capacity,
    ...Object.fromEntries(times),
  };
}
