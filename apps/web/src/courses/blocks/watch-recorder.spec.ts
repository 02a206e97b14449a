// Watching: seconds that ran count once, at any speed; a jump is not watching.
import { describe, expect, it } from '@jest/globals';
import { WatchRecorder } from './watch-recorder.js';

/** Plays from one second to another in quarter steps of the clock, at a speed. */
function play(recorder: WatchRecorder, from: number, to: number, rate = 1) {
  let at = 0;
  recorder.start({ position: from, at });
  for (let position = from + rate / 4; position <= to + 1e-9; position += rate / 4) {
    at += 250;
    recorder.advance({ position, at }, rate);
  }
}

describe('watched seconds', () => {
  it('are those that ran', () => {
    const recorder = new WatchRecorder();
    play(recorder, 0, 10);
    expect(recorder.take()).toEqual([[0, 10]]);
  });

  it('are the same at double and at half speed', () => {
    for (const rate of [0.5, 2, 4]) {
      const recorder = new WatchRecorder();
      play(recorder, 0, 12, rate);
      expect(recorder.take()).toEqual([[0, 12]]);
    }
  });

  it('do not include what was jumped over, also when no event tells of the jump', () => {
    const recorder = new WatchRecorder();
    play(recorder, 0, 5);
    recorder.advance({ position: 40, at: 5_250 }, 1);
    recorder.advance({ position: 41.5, at: 6_750 }, 1);
    expect(recorder.take()).toEqual([
      [0, 5],
      [40, 41],
    ]);
  });

  it('do not include a small jump, however fast the film runs', () => {
    for (const rate of [1, 16]) {
      const recorder = new WatchRecorder();
      play(recorder, 0, 4);
      recorder.jump();
      recorder.advance({ position: 5.2, at: 4_600 }, rate);
      recorder.advance({ position: 8, at: 8_100 }, rate);
      expect(recorder.take()).toEqual([
        [0, 4],
        [6, 8],
      ]);
    }
  });

  it('are all there when a fast film halts for the network and is ahead before it says that it goes on', () => {
    const recorder = new WatchRecorder();
    play(recorder, 0, 32, 16);
    recorder.advance({ position: 32.4, at: 2_025 }, 16);
    recorder.stop();
    recorder.advance({ position: 33.5, at: 9_000 }, 16);
    recorder.advance({ position: 40, at: 9_400 }, 16);
    expect(recorder.take()).toEqual([[0, 40]]);
  });

  it('do not include what is far ahead of where the film halted', () => {
    const recorder = new WatchRecorder();
    play(recorder, 0, 4.5);
    recorder.stop();
    recorder.advance({ position: 6.5, at: 4_600 }, 1);
    recorder.advance({ position: 8, at: 6_100 }, 1);
    expect(recorder.take()).toEqual([
      [0, 4],
      [7, 8],
    ]);
  });

  it('go on through a pause without losing the second in which it fell', () => {
    const recorder = new WatchRecorder();
    play(recorder, 0, 3.5);
    recorder.stop();
    play(recorder, 3.5, 6);
    expect(recorder.take()).toEqual([[0, 6]]);
  });

  it('are handed over once, and the begun second later', () => {
    const recorder = new WatchRecorder();
    play(recorder, 0, 3.5);
    expect(recorder.take()).toEqual([[0, 3]]);
    expect(recorder.take()).toEqual([]);
    recorder.advance({ position: 5, at: 5_000 }, 1);
    expect(recorder.take()).toEqual([[3, 5]]);
  });

  it('count a broken last second when the film has run to its end', () => {
    const recorder = new WatchRecorder();
    play(recorder, 40, 47.5);
    recorder.end(48);
    expect(recorder.take()).toEqual([[40, 48]]);
  });

  it('are none when it only stood at a place', () => {
    const recorder = new WatchRecorder();
    recorder.start({ position: 7, at: 0 });
    recorder.stop();
    expect(recorder.take()).toEqual([]);
  });
});
