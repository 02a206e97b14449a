// Finds the two programs that npm does not bring: ffmpeg and Chromium. Knows what to say when one is missing.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Refusal } from './refusal.mjs';

/** The name under which ffmpeg runs; refuses one without H.264 and WebP. */
export function findFfmpeg() {
  const program = process.env.FFMPEG_PATH || 'ffmpeg';
  const encoders = encodersOf(program);
  const missing = ['libx264', 'libwebp'].filter((encoder) => !encoders.includes(encoder));
  if (missing.length === 0) return program;
  throw new Refusal(
    `The films need ffmpeg with ${missing.join(' and ')}. Debian: apt-get install ffmpeg. ` +
      'A program of another place can be named by FFMPEG_PATH. Films and posters were left as they are.',
  );
}

function encodersOf(program) {
  try {
    return execFileSync(program, ['-hide_banner', '-encoders'], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}

/** The path of a Chromium: the one named by CHROMIUM_PATH, else the machine's, else Playwright's own. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  const places = named
    ? [named]
    : ['/usr/bin/chromium', '/usr/bin/chromium-browser', chromium.executablePath()];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  throw new Refusal(
    'The films need Chromium to draw their frames. Debian: apt-get install chromium. ' +
      'A browser of another place can be named by CHROMIUM_PATH. Films and posters were left as they are.',
  );
}
