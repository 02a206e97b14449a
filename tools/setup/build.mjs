// The build of libs, API and web page: done by Nx, skipped when nothing has changed. Knows no framework.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, must, ownEnvironment } from './children.mjs';
import { cacheFolder, existing, inRoot } from './folders.mjs';
import { filesBelow, fingerprintOfOutputs, fingerprintOfSources, projects } from './fingerprint.mjs';
import { withLock } from './lock.mjs';

const stampFile = join(cacheFolder, 'build.stamp');

/** Builds what has changed; answers whether anything had. */
export async function ensureBuilt() {
  if (isBuilt()) return false;
  const waiting = 'Another copy is building in this folder; waiting for it …';
  return withLock(join(cacheFolder, 'build.lock'), waiting, async (lock) => {
    if (isBuilt()) return false;
    const started = Date.now();
    console.log('Building what has changed …');
    await build(lock);
    console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    return true;
  });
}

async function build(lock) {
  rmSync(stampFile, { force: true });
  // Taken before the build: a file changed while it runs counts as not built.
  const sources = fingerprintOfSources();
  await must(
    'The build',
    [process.execPath, binOf('nx'), 'run-many', '-t', 'build', '--outputStyle=static'],
    {
      env: ownEnvironment(),
      lock,
    },
  );
  removeLeftovers();
  writeFileSync(join(existing(cacheFolder), 'build.stamp'), `${sources} ${fingerprintOfOutputs()}\n`);
}

function isBuilt() {
  if (!existsSync(stampFile)) return false;
  const outputs = fingerprintOfOutputs();
  return outputs !== '' && readFileSync(stampFile, 'utf8').trim() === `${fingerprintOfSources()} ${outputs}`;
}

/** The compiler never deletes: a source that is gone (a migration, say) must not live on in `dist`. */
function removeLeftovers() {
  for (const project of projects()) {
    const source = inRoot(project, 'src');
    const output = inRoot(project, 'dist');
    if (!existsSync(join(output, 'main.js')) && !existsSync(join(output, 'index.js'))) continue;
    for (const path of filesBelow(output)) {
      const stem = path.replace(/\.js(\.map)?$/, '');
      const origins = [path, `${stem}.ts`, `${stem}.tsx`];
      if (!origins.some((origin) => existsSync(join(source, origin)))) rmSync(join(output, path));
    }
  }
}
