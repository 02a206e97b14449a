// Long work lets others have their turn between its steps.
import { describe, expect, it } from '@jest/globals';
import { stepByStep } from './step-by-step.js';

describe('long work', () => {
  it('is done in its order, and whoever comes in between is served before its next step', async () => {
    const order: string[] = [];
    function* steps(): Generator<undefined, string> {
      for (const step of [1, 2, 3]) {
        order.push(`step ${step}`);
        setImmediate(() => order.push(`other ${step}`));
        yield;
      }
      return 'done';
    }
    expect(await stepByStep(steps())).toBe('done');
    expect(order).toEqual(['step 1', 'other 1', 'step 2', 'other 2', 'step 3', 'other 3']);
  });

  it('fails as its steps do', async () => {
    function* steps(): Generator<undefined, string> {
      yield;
      throw new Error('broken');
    }
    await expect(stepByStep(steps())).rejects.toThrow('broken');
  });
});
