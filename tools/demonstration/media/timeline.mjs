// What is to be seen at each frame of a film: pure arithmetic on seconds. Knows neither browser nor encoder.

/** Frames per second: fades look calm, and still pictures cost next to nothing. */
export const framesPerSecond = 20;

const revealSeconds = 0.3;
const crossFadeSeconds = 0.4;

/** Seconds at which a scene stands alone after the fade from the one before: good places for key frames. */
export function keyFrameTimes(scenes) {
  return scenes.map(({ start }) => (start === 0 ? 0 : start + crossFadeSeconds));
}

/**
 * One state per frame: the scenes to be drawn from bottom to top, each with its opacity and that of its reveals.
 * `reveals[i]` are the seconds of the groups of scene i, in the order of the drawing.
 */
export function framesOf(scenes, reveals) {
  const end = scenes[scenes.length - 1]?.end ?? 0;
  return Array.from({ length: Math.round(end * framesPerSecond) }, (_, frame) =>
    stateAt(frame / framesPerSecond, scenes, reveals),
  );
}

function stateAt(time, scenes, reveals) {
  const index = scenes.findIndex(({ end }) => time < end);
  const since = time - scenes[index].start;
  const fade = index === 0 ? 1 : opacity(since, crossFadeSeconds);
  const current = {
    scene: index,
    opacity: fade,
    groups: reveals[index].map((at) => opacity(since - at, revealSeconds)),
  };
  if (fade === 1) return [current];
  // The scene before stays whole underneath, so that the ground never shines through in the middle of the fade.
  return [{ scene: index - 1, opacity: 1, groups: reveals[index - 1].map(() => 1) }, current];
}

function opacity(elapsed, duration) {
  return Math.round(Math.min(1, Math.max(0, elapsed / duration)) * 1000) / 1000;
}
