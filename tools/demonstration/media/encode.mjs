// Turns pictures into H.264 and WebP by ffmpeg. Knows codecs and nothing of what the pictures show.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

// Low enough that 20 px letters stay crisp; flat drawings that stand still need few bits at any quality.
const quality = '17';

// Without it the grounds come out two or three steps too dark.
const exact = 'flags=accurate_rnd+full_chroma_inp+full_chroma_int';

// One thread and no clock or version in the file: the same frames give the same bytes.
const sameBytes = ['-threads', '1', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'];

/** The bytes of an MP4 (H.264 high, yuv420p, no sound, ready to stream) of the pictures in their order. */
export async function encodeFilm(pictures, { ffmpeg, framesPerSecond, keyFrameTimes }) {
  const input = ['-f', 'image2pipe', '-c:v', 'png', '-framerate', String(framesPerSecond), '-i', 'pipe:0'];
  // Small films without a colour tag are shown in other colours by some players, so bt709 is said aloud.
  const colours = ['-vf', `scale=out_color_matrix=bt709:out_range=tv:${exact},format=yuv420p`];
  const tags = [
    '-colorspace',
    'bt709',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
    '-color_range',
    'tv',
  ];
  const codec = [
    '-an',
    '-c:v',
    'libx264',
    '-profile:v',
    'high',
    '-refs',
    '4',
    '-preset',
    'veryslow',
    '-tune',
    'animation',
  ];
  const rate = ['-crf', quality, '-g', '400', '-force_key_frames', keyFrameTimes.join(',')];
  return runToFile(ffmpeg, Readable.from(pictures), {
    name: 'film.mp4',
    options: [...input, ...colours, ...tags, ...codec, ...rate, ...sameBytes, '-movflags', '+faststart'],
  });
}

/** The bytes of a lossless WebP of one PNG. */
export async function encodePoster(picture, { ffmpeg }) {
  const input = ['-f', 'image2pipe', '-c:v', 'png', '-i', 'pipe:0', '-frames:v', '1'];
  const codec = ['-c:v', 'libwebp', '-lossless', '1', '-compression_level', '6', '-quality', '100'];
  return runToFile(ffmpeg, Readable.from([picture]), {
    name: 'poster.webp',
    options: [...input, ...codec, ...sameBytes],
  });
}

/** Runs ffmpeg into a file of its own, because faststart has to go back to the beginning of it. */
async function runToFile(ffmpeg, source, { name, options }) {
  const folder = await mkdtemp(join(tmpdir(), 'onetouch-media-'));
  try {
    const target = join(folder, name);
    const child = spawn(ffmpeg, ['-v', 'error', '-y', ...options, target], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    const ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}.`)),
      );
    });
    await Promise.all([pipeline(source, child.stdin), ended]);
    return await readFile(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
