// The captions of a film as WebVTT, one cue per scene. Knows the times of the scenes, not what they show.
import { join } from 'node:path';
import { writeResult } from './courses.mjs';

const budgetBytes = 4 * 1024;

// A caption goes a blink before the next one comes; without it Chromium stacks both at the border of two scenes.
const blinkSeconds = 0.1;

/** Writes `captions.vtt` beside the storyboard. */
export async function makeCaptions({ folder, scenes }) {
  return writeResult(join(folder, 'captions.vtt'), webVtt(scenes), budgetBytes);
}

/** The WebVTT text of the scenes: one cue each, times as hh:mm:ss.mmm. */
function webVtt(scenes) {
  const cues = scenes.map(
    ({ start, end, caption }, index) =>
      `${index + 1}\n${timestamp(start)} --> ${timestamp(end - blinkSeconds)}\n${escapeCue(caption)}\n`,
  );
  return ['WEBVTT\n', ...cues].join('\n');
}

function timestamp(seconds) {
  const milliseconds = Math.round(seconds * 1000);
  const parts = [milliseconds / 3_600_000, (milliseconds / 60_000) % 60, (milliseconds / 1000) % 60];
  const clock = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  return `${clock}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

function escapeCue(text) {
  return text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
