// Ending in order: what must be undone is registered while it is done, and undone in reverse on Ctrl-C, SIGTERM, a
// vanished parent or an ordinary end. Knows no PostgreSQL, no API.
import { identity, isAlive, parentOf } from './processes.mjs';

const undo = [];
let stopping = null;

/**
 * Registers something to undo before this process ends; answers a function that takes it off the list again. What is
 * registered while the undoing goes on is undone as well.
 */
export function beforeEnd(action) {
  undo.push(action);
  return () => {
    const at = undo.indexOf(action);
    if (at >= 0) undo.splice(at, 1);
  };
}

/** Whether this process is on its way out; errors of half-done work are then no news. */
export const isStopping = () => stopping !== null;

/** Undoes everything in reverse order and ends the process; a second call waits for the first. */
export function end(code) {
  stopping ??= (async () => {
    while (undo.length > 0) {
      try {
        await undo.pop()();
      } catch (error) {
        console.error(`While stopping: ${error.message}`);
      }
    }
    process.exit(code);
  })();
  return stopping;
}

/** Ends with one clear line, unless the process is ending anyway. */
export async function fail(message) {
  if (!isStopping()) console.error(`\n${message}`);
  return end(1);
}

/** Makes Ctrl-C, SIGTERM, a closed terminal and a parent that was killed an orderly end. */
export function endOnSignals({ say = 'Stopping …', code = () => 0 } = {}) {
  const stop = (signal) => {
    if (isStopping()) return;
    if (say) console.log(`\n${say}`);
    void end(code(signal));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  // A closed terminal must not keep the orderly end from running.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  if (process.channel) {
    process.on('disconnect', () => stop('SIGTERM'));
    process.channel.unref();
  }
  endWithNpm(stop);
}

/** npm killed with -9 cannot pass the signal on; the only trace is that it, or the shell between us, is gone. */
function endWithNpm(stop) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const npm = identity(parentOf(parent) || parent);
  const isGone = () => process.ppid !== parent || !isAlive(npm);
  setInterval(() => isGone() && stop('SIGTERM'), 1000).unref();
}

/** Runs a command's main function: its errors become one line and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (isStopping()) return;
    await fail(error.plain ? error.message : (error.stack ?? String(error)));
  }
}

/** An error whose message is meant for the person in front of the terminal; no stack is shown. */
export function plainError(message) {
  return Object.assign(new Error(message), { plain: true });
}
