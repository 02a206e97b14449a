// `npm run dev`: every change is compiled, the API starts anew, and the page is served by Vite. Knows the compile
// commands only from the projects themselves.
import { readFileSync, watch } from 'node:fs';
import { binOf, eachLine, launch, ownEnvironment, run } from '../setup/children.mjs';
import { projects } from '../setup/fingerprint.mjs';
import { inRoot } from '../setup/folders.mjs';
import { reservePort } from '../setup/ports.mjs';
import { pause } from '../setup/processes.mjs';
import { isStopping } from '../setup/stopping.mjs';

/** Starts the compilers and Vite; answers the address of the page that reloads itself. */
export async function startReloading(api) {
  for (const project of projects()) {
    const { targets } = JSON.parse(readFileSync(inRoot(project, 'project.json'), 'utf8'));
    const { command = '', options } = targets?.build ?? {};
    if (command.startsWith('swc ')) compileOnChange(project, { command, cwd: inRoot(options?.cwd ?? '') });
  }
  const { port } = await reservePort(5173);
  const env = ownEnvironment({ WEB_PORT: String(port), ONETOUCH_API: `http://127.0.0.1:${api.port}` });
  const args = [binOf('vite'), 'apps/web', '--port', String(port), '--strictPort'];
  const { child } = launch(process.execPath, args, { env });
  for (const stream of [child.stdout, child.stderr])
    eachLine(stream, (line) => line.trim() && console.log(line));
  const url = `http://localhost:${port}`;
  while (!isStopping() && !(await fetch(url).catch(() => null))) await pause(100);
  return url;
}

/** Node tells of the change and swc compiles the project anew (swc's own watching wants one more package). */
function compileOnChange(project, { command, cwd }) {
  let timer = null;
  let running = Promise.resolve();
  const compile = async () => {
    const { code, output } = await run(command, [], { shell: true, cwd, env: ownEnvironment() });
    console.log(code === 0 ? `${project} compiled.` : output);
  };
  watch(inRoot(project, 'src'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(compile)), 100);
  });
}
