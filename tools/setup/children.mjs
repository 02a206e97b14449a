// Programs that this process starts: each in a process group of its own, ended with everything below it when we end.
// Knows nothing of what they are for.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot } from './folders.mjs';
import { isGroupRunning, pause } from './processes.mjs';
import { beforeEnd, plainError } from './stopping.mjs';

// No daemon, no cloud, and no plugin workers that would live on for a while when a build is cut short.
const quietNx = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false' };

/** The environment in which the clone's own programs (and its Node) are found first. */
export function ownEnvironment(extra = {}) {
  const path = [inRoot('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, ...quietNx, PATH: path, ...extra };
}

/** The file behind a package's command, to be run by our own Node. */
export function binOf(packageName, command = packageName) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Starts a program in its own group, so that Ctrl-C reaches it through us and in our order. */
export function launch(command, args, options = {}) {
  const { stdio = ['ignore', 'pipe', 'pipe'], graceSeconds = 10, ...rest } = options;
  const child = spawn(command, args, { cwd: inRoot(), stdio, detached: true, windowsHide: true, ...rest });
  const ended = new Promise((done) => {
    child.once('error', (error) => done({ code: 127, signal: null, error }));
    child.once('close', (code, signal) => done({ code: code ?? 1, signal }));
  });
  // The whole group: npm is gone long before what it started has put everything away.
  const isGone = () => !child.pid || !isGroupRunning(child.pid);
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    const patience = Date.now() + graceSeconds * 1000;
    while (!isGone() && Date.now() < patience) await pause(50);
    signalGroup(child, 'SIGKILL');
    await Promise.race([ended, pause(2000)]);
  };
  const forget = beforeEnd(stop);
  void ended.then(forget);
  return { child, ended, stop };
}

function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Gone already, with its whole group.
  }
}

/** Runs a program to its end and answers `{ code, output }`; `onLine` sees the lines as they come. */
export async function run(command, args, { onLine, lock, ...options } = {}) {
  const { child, ended } = launch(command, args, options);
  if (child.pid) lock?.alsoFor(child.pid);
  const kept = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream)
      eachLine(stream, (line) => {
        kept.push(line);
        if (kept.length > 20_000) kept.shift();
        onLine?.(line);
      });
  }
  const { code, signal, error } = await ended;
  if (error) kept.push(error.message);
  return { code: signal ? 1 : code, output: kept.join('\n') };
}

/** Calls `onLine` with every whole line of a stream, and with the rest at its end. */
export function eachLine(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => rest && onLine(rest));
}

/** Runs a program that must succeed; its last lines are shown only when it does not. */
export async function must(what, [command, ...args], options) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  throw plainError(`${lastLines(output, 120)}\n\n${what} failed (exit code ${code}); its output is above.`);
}

/** The last lines of a text. */
export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');
