// The same command again under the Node that the lock file pins. Knows no command in particular.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { inRoot } from './folders.mjs';
import { beforeEnd, end, endOnSignals, plainError } from './stopping.mjs';
import { ensureInstalled } from './install.mjs';

const marker = 'PINNED_NODE_FOR';

/**
 * Installs what is missing and goes on under the pinned Node: answers true in the process that shall do the work, and
 * never answers in the one that only stands before it.
 */
export async function underPinnedNode({ code, say } = {}) {
  const isAgain = process.env[marker] === String(process.ppid);
  delete process.env[marker];
  endOnSignals({ code, say: isAgain ? say : '' });
  const justInstalled = isAgain ? false : await ensureInstalled();
  if (isAgain || (!justInstalled && isThisNode(pinnedFile))) return true;
  const pinned = pinnedNode();
  return !justInstalled && isThisNode(pinned) ? true : end(await again(pinned, code));
}

const pinnedFile = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function pinnedNode() {
  const { version } = JSON.parse(readFileSync(inRoot('node_modules', 'node', 'package.json'), 'utf8'));
  if (existsSync(pinnedFile) && spawnSync(pinnedFile, ['--version']).status === 0) return pinnedFile;
  if (Number(process.versions.node.split('.')[0]) >= Number(version.split('.')[0])) return process.execPath;
  throw plainError(
    `The package \`node\` ${version} has no program for this machine (were install scripts switched off?).\n` +
      `Run \`npm rebuild node\`, or use Node.js ${version.split('.')[0]} yourself.`,
  );
}

function isThisNode(file) {
  return existsSync(file) && realpathSync(file) === realpathSync(process.execPath);
}

/** Runs this command once more and answers its exit code; signals go through, and a killed parent is noticed by it. */
async function again(node, codeOf = () => 0) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [marker]: String(process.pid) },
  });
  const ended = new Promise((done) => {
    child.once('error', (error) => done(error.errno ?? 1));
    child.once('exit', (code, signal) => done(signal ?? code));
  });
  // On the way out the inner process does the stopping; wait for it, and answer what it answers.
  const forget = beforeEnd(async () => {
    child.kill('SIGTERM');
    const result = await ended;
    process.exit(typeof result === 'string' ? codeOf('SIGTERM') : result);
  });
  const result = await ended;
  forget();
  return typeof result === 'string' ? 1 : result;
}
