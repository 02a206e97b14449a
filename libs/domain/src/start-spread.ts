// Who asks for the key of an exam when: decided by ids alone, so that asking twice changes nothing.
import { seededRandom } from './random.js';

/** How long a candidate waits after the start before asking for the key: 0 up to the spread, always the same for a sitting. */
export function startWaitMs(sittingId: string, spreadSeconds: number): number {
  return Math.floor((seededRandom(sittingId)() * spreadSeconds * 1_000) / 2 ** 32);
}
