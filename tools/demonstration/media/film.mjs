// A film and its poster out of a storyboard. Knows the order of the work; drawing and encoding have their own files.
import { join } from 'node:path';
import { writeResult } from './courses.mjs';
import { encodeFilm, encodePoster } from './encode.mjs';
import { findFfmpeg } from './programs.mjs';
import { openStage } from './stage.mjs';
import { framesOf, framesPerSecond, keyFrameTimes } from './timeline.mjs';

const filmBudgetBytes = 450 * 1024;
const posterBudgetBytes = 15 * 1024;

/** Writes `film.mp4` and `poster.webp` beside the storyboard; the poster is the first scene with everything revealed. */
export async function makeFilm({ folder, scenes }) {
  const ffmpeg = findFfmpeg();
  const stage = await openStage(scenes.map(({ drawing }) => drawing));
  try {
    const states = framesOf(scenes, stage.reveals);
    const options = { ffmpeg, framesPerSecond, keyFrameTimes: keyFrameTimes(scenes) };
    const film = await encodeFilm(picturesOf(stage, states), options);
    const first = { scene: 0, opacity: 1, groups: stage.reveals[0].map(() => 1) };
    const poster = await encodePoster(await stage.picture([first]), { ffmpeg });
    return [
      writeResult(join(folder, 'film.mp4'), film, filmBudgetBytes),
      writeResult(join(folder, 'poster.webp'), poster, posterBudgetBytes),
    ];
  } finally {
    await stage.close();
  }
}

/** One PNG per frame; a frame that shows what the one before showed is not drawn again. */
async function* picturesOf(stage, states) {
  let shown = '';
  let picture;
  for (const state of states) {
    const wanted = JSON.stringify(state);
    if (wanted !== shown) picture = await stage.picture(state);
    shown = wanted;
    yield picture;
  }
}
