// Chance that can be repeated: the same seed gives the same numbers on every machine. It refuses to be a source of secrets.

/** A generator of whole numbers from 0 to 2^32 - 1. */
export type Random = () => number;

/** Mixes a text into 128 bits (cyrb128, public domain), so that neighbouring seeds give unrelated generators. */
function hashSeed(seed: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < seed.length; index += 1) {
    const unit = seed.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  return [a, b ^ a, c ^ a, d ^ a];
}

/** The generator of a seed (sfc32, public domain). Stored papers can be drawn again only while this algorithm stays as it is. */
export function seededRandom(seed: string): Random {
  let [a, b, c, counter] = hashSeed(seed);
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** A new array with the items in random order (Fisher-Yates as published in 1938); the given one stays as it is. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) {
    // Scaled and not a remainder: exact in doubles up to 2^21 items, and without the bias towards low indices.
    const index = Math.floor((random() * rest.length) / 2 ** 32);
    shuffled.push(...rest.splice(index, 1));
  }
  return shuffled;
}
