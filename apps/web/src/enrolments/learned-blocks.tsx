// The blocks of a lesson with everything that watches a reader: ends seen, seconds watched, answers, and the place.
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { blockAnchor } from '../courses/blocks/block-anchor.js';
import { LessonBlocks, type BlockListener } from '../courses/blocks/lesson-blocks.js';
import styles from './lesson-page.module.css';
import type { LoadedLesson } from './load-lesson.js';
import { blocksToSee } from './merge-progress.js';
import { useTextSize } from './reading-choices.js';
import { useOpenAt, usePlace } from './use-place.js';
import type { useProgress } from './use-progress.js';
import { useSeenEnds } from './use-seen-ends.js';

type Learning = ReturnType<typeof useProgress>;

/** Draws the blocks and records what happens to them. */
export function LearnedBlocks({ loaded, learning }: { loaded: LoadedLesson; learning: Learning }) {
  const { lesson } = loaded.read;
  const { record, progress } = learning;
  const root = useRef<HTMLDivElement>(null);
  const { size } = useTextSize();
  const [atFirst] = useState(progress);
  const { hash } = useLocation();
  const ids = useMemo(() => lesson.blocks.map(({ id }) => id), [lesson]);
  const toSee = useMemo(() => blocksToSee(lesson), [lesson]);
  const asked = ids.find((id) => hash === `#${blockAnchor(id)}`);
  const { positionBlockId, doneAt, metBlockIds } = atFirst;
  // Whoever opens a finished lesson again reads it from the beginning.
  const place = positionBlockId === ids[0] || doneAt !== null ? null : positionBlockId;
  useOpenAt(asked ?? place);
  usePlace(root, ids, {
    known: positionBlockId,
    onPlace: (blockId) => record({ kind: 'position', blockId }),
  });
  useSeenEnds(
    root,
    useMemo(() => toSee.filter((id) => !metBlockIds.includes(id)), [toSee, metBlockIds]),
    (blockId) => record({ kind: 'seen', blockId }),
  );
  const listener = useMemo(
    (): BlockListener => ({
      onWatched: (blockId, intervals) => record({ kind: 'watched', blockId, intervals }),
      onAnswered: (blockId, optionIds) => record({ kind: 'answered', blockId, optionIds }),
    }),
    [record],
  );
  return (
    <div ref={root} className={styles['blocks']} data-text-size={size}>
      <LessonBlocks blocks={lesson.blocks} memory={progress} listener={listener} />
    </div>
  );
}
