// The browser of the browser tests: the machine's own. Knows where Chromium usually lies and how Debian installs it.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { must } from '../setup/children.mjs';
import { plainError } from '../setup/stopping.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium; installs Debian's when there is none and that is possible. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw plainError(`CHROMIUM_PATH is ${named}, and there is no program of that name.`);
  }
  const found = usual.find(isProgram);
  if (found) return found;
  if (process.getuid?.() === 0 && isDebian()) return installed();
  throw plainError(
    'The browser tests need Chromium or Chrome. Install it (Debian: sudo apt-get install chromium), or name yours:\n' +
      'CHROMIUM_PATH=/path/to/chrome npm test',
  );
}

async function installed() {
  console.log('Installing Chromium (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get update', ['apt-get', 'update'], { env });
  await must('apt-get install chromium', ['apt-get', 'install', '-y', 'chromium'], { env });
  const found = usual.find(isProgram);
  if (found) return found;
  throw plainError('Chromium was installed and is not where it usually lies; name it with CHROMIUM_PATH.');
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
