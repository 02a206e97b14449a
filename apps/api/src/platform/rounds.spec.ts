import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { inLanes } from './lanes.js';
import { Rounds } from './rounds.js';
import { Turns } from './turns.js';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
let rounds = new Rounds();
// The error of a round is said aloud, and one of them is meant to fail.
Logger.overrideLogger(false);

afterEach(async () => {
  await rounds.beforeApplicationShutdown();
  rounds = new Rounds();
});

describe('a round', () => {
  it('goes again and again, an error does not end it, and stopping waits for the one under way', async () => {
    let [begun, ended] = [0, 0];
    rounds.every('count', 1, async () => {
      begun += 1;
      if (begun === 1) throw new Error('once');
      await pause(5);
      ended += 1;
    });
    rounds.begin();
    while (ended < 2) await pause(5);
    await rounds.beforeApplicationShutdown();
    expect(ended).toBe(begun - 1);
    const atStop = begun;
    await pause(20);
    expect(begun).toBe(atStop);
  });

  it('is never done twice at once', async () => {
    let [now, most] = [0, 0];
    rounds.every('alone', 1_000, async () => {
      now += 1;
      most = Math.max(most, now);
      await pause(5);
      now -= 1;
    });
    await Promise.all([rounds.run('alone'), rounds.run('alone')]);
    expect(most).toBe(1);
    await expect(rounds.run('nobody')).rejects.toThrow('nobody');
  });
});

describe('lanes', () => {
  it('do everything once, a few at a time', async () => {
    let [now, most] = [0, 0];
    const done: number[] = [];
    await inLanes([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await pause(2);
      now -= 1;
      done.push(item);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });
});

describe('turns', () => {
  it('let one of a kind through at a time and few in all, in order, and nobody waits behind one that is held up', async () => {
    const turns = new Turns(2);
    const log: string[] = [];
    let release = (): void => undefined;
    const held = turns.take('a', () => new Promise<void>((open) => (release = open)));
    const behind = turns.take('a', async () => log.push('a2'));
    const others = ['b', 'c', 'b'].map((key, index) =>
      turns.take(key, async () => {
        await pause(2);
        log.push(`${key}${index}`);
      }),
    );
    await Promise.all(others);
    expect(log).toEqual(['b0', 'c1', 'b2']);
    release();
    await Promise.all([held, behind]);
    expect(log.at(-1)).toBe('a2');
    await expect(turns.take('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.take('a', async () => 7)).toBe(7);
  });
});
