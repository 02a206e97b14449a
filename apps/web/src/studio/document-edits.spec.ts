// Moving and removing parts of a course: nothing is lost, and undoing leaves later work alone.
import { describe, expect, it } from '@jest/globals';
import { editModule, lessonsOf, moveBlock, moveLesson, moveModule } from './document-edits.js';
import { blocks, course, id } from './draft.sample.js';
import { removeBlock, removeLesson, removeModule, removeQuestion } from './removals.js';

const outline = (document: typeof course) =>
  document.modules.map(({ lessons }) => lessons.map((one) => one.id));

describe('a lesson', () => {
  it('moves down within its module', () => {
    expect(outline(moveLesson(id(1), 1)(course))).toEqual([[id(2), id(1)], [id(3)]]);
  });
  it('moves on into the next module from the end of its own', () => {
    expect(outline(moveLesson(id(2), 1)(course))).toEqual([[id(1)], [id(2), id(3)]]);
  });
  it('moves back to the end of the module before', () => {
    expect(outline(moveLesson(id(3), -1)(course))).toEqual([[id(1), id(2), id(3)], []]);
  });
  it('stays where it is at the ends of the course, and nothing counts as changed', () => {
    expect(moveLesson(id(1), -1)(course)).toBe(course);
    expect(moveLesson(id(3), 1)(course)).toBe(course);
    expect(moveModule(id(101), -1)(course)).toBe(course);
  });
});

describe('a block', () => {
  it('changes places with its neighbour', () => {
    const [first] = lessonsOf(moveBlock(id(1), id(12), -1)(course));
    expect(first?.kind === 'content' && first.blocks.map((block) => block.id).slice(0, 3)).toEqual([
      id(12),
      id(11),
      id(13),
    ]);
  });
});

describe('what was removed', () => {
  it.each([
    ['a module', removeModule(course, id(101))],
    ['a lesson', removeLesson(course, id(2))],
    ['a block', removeBlock(course, id(1), id(14))],
    ['a question', removeQuestion(course, id(3), id(21))],
  ])('comes back where it stood: %s', (_, removal) => {
    const without = removal?.edit(course);
    expect(without).not.toEqual(course);
    expect(without && removal?.undo(without)).toEqual(course);
  });

  it('comes back without undoing what was edited since', () => {
    const removal = removeBlock(course, id(1), id(14));
    const rename = editModule(id(101), (module) => ({ ...module, title: { vi: 'Mới', en: 'New' } }));
    const back = removal?.undo(rename(removal.edit(course)));
    expect(back?.modules[0]?.title.vi).toBe('Mới');
    expect(lessonsOf(back ?? course)[0]).toMatchObject({ blocks });
  });

  it('comes back once only', () => {
    const removal = removeLesson(course, id(2));
    expect(removal?.undo(course)).toEqual(course);
  });

  it('is nothing when it is not there', () => {
    expect(removeBlock(course, id(1), id(999))).toBeNull();
  });
});
