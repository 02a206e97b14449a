// Long work of the processor, done so that everybody else gets a turn in between. Knows not what it is.
import { setImmediate as turn } from 'node:timers/promises';

/** What the steps answer at their end; between any two of them whatever waits is served. */
export async function stepByStep<T>(steps: Iterator<undefined, T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    await turn();
    step = steps.next();
  }
  return step.value;
}
