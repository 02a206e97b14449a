// The blocks of a content lesson, in their order: for learners, for visitors of open courses, and for an author's preview.
// Knows nothing of enrolments; whoever shows them may listen. Its words lie in the file `blocks`.
import type { Block } from '@onetouch/contract';
import type { Interval } from '@onetouch/domain';
import type { ReactNode } from 'react';
import { blockAnchor, endAttribute } from './block-anchor.js';
import styles from './blocks.module.css';
import { CheckBlock } from './check-block.js';
import { ImageBlock } from './image-block.js';
import { MessageBlock } from './message-block.js';
import { NoteBlock } from './note-block.js';
import { SheetBlock } from './sheet-block.js';
import { StepsBlock } from './steps-block.js';
import { TextBlock } from './text-block.js';
import { VideoBlock } from './video-block.js';

/** What a learner's page wants to be told. */
export interface BlockListener {
  onWatched: (blockId: string, intervals: Interval[]) => void;
  onAnswered: (blockId: string, optionIds: string[]) => void;
}
/** What the learner did in these blocks before. */
export interface BlockMemory {
  watched: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  answers: Readonly<Record<string, readonly string[]>>;
}
export interface LessonBlocksProps {
  blocks: readonly Block[];
  memory?: BlockMemory;
  listener?: BlockListener;
}

/** Draws all blocks of a lesson. Texts are Vietnamese whatever the language of the page. */
export function LessonBlocks({ blocks, memory, listener }: LessonBlocksProps) {
  return (
    <div className={styles['blocks']} lang="vi">
      {blocks.map((block) => (
        <div key={block.id} id={blockAnchor(block.id)} className={styles['block']}>
          {drawBlock(block, memory, listener)}
          <span className={styles['end']} aria-hidden="true" {...{ [endAttribute]: block.id }} />
        </div>
      ))}
    </div>
  );
}

function drawBlock(block: Block, memory?: BlockMemory, listener?: BlockListener): ReactNode {
  switch (block.type) {
    case 'text':
      return <TextBlock block={block} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'video':
      return (
        <VideoBlock
          block={block}
          watched={memory?.watched[block.id]}
          onWatched={listener && ((intervals) => listener.onWatched(block.id, intervals))}
        />
      );
    case 'sheet':
      return <SheetBlock block={block} />;
    case 'check':
      return (
        <CheckBlock
          block={block}
          saved={memory?.answers[block.id]}
          onAnswered={listener && ((optionIds) => listener.onAnswered(block.id, optionIds))}
        />
      );
    case 'message':
      return <MessageBlock block={block} />;
    case 'steps':
      return <StepsBlock block={block} />;
    case 'note':
      return <NoteBlock block={block} />;
  }
}
