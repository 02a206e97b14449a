// The server's state with what waits: nothing that was done is missing, nothing is called done before its time.
import { describe, expect, it } from '@jest/globals';
import type { LessonProgress, ProgressEvent } from '@onetouch/contract';
import { lesson } from './lesson.sample.js';
import { blocksToSee, mergeProgress } from './merge-progress.js';

const saved: LessonProgress = {
  metBlockIds: ['b1', 'b3'],
  watched: {},
  answers: { b3: ['x'] },
  positionBlockId: 'b1',
  doneAt: null,
};
const at = '2026-11-21T02:00:00.000Z';

describe('progress with what waits on the device', () => {
  it('is the progress of the server when nothing waits', () => {
    expect(mergeProgress(lesson, saved, [])).toBe(saved);
  });

  it('has the answer and the place of the device, and leaves the end of the lesson to the server', () => {
    const waiting: ProgressEvent[] = [
      { id: '1', kind: 'answered', blockId: 'b3', optionIds: ['y'], occurredAt: at },
      { id: '2', kind: 'position', blockId: 'b3', occurredAt: at },
    ];
    expect(mergeProgress(lesson, saved, waiting)).toEqual({
      metBlockIds: ['b1', 'b3'],
      watched: {},
      answers: { b3: ['y'] },
      positionBlockId: 'b3',
      doneAt: null,
    });
  });

  it('ignores what the lesson does not know', () => {
    const stray: ProgressEvent[] = [{ id: '1', kind: 'seen', blockId: 'zz', occurredAt: at }];
    expect(mergeProgress(lesson, saved, stray)).toEqual(saved);
  });
});

describe('the blocks whose end must be seen', () => {
  it('are the texts', () => {
    expect(blocksToSee(lesson)).toEqual(['b1']);
  });

  it('are all of them in a lesson that requires none, because one must be seen', () => {
    const [, note] = lesson.blocks;
    expect(blocksToSee({ ...lesson, blocks: note ? [note] : [] })).toEqual(['b2']);
  });
});
