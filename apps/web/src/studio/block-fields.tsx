// The fields of a block by its kind.
import type { Block } from '@onetouch/contract';
import type { ReactNode } from 'react';
import { CheckFields } from './check-fields.js';
import { ImageFields, SheetFields, VideoFields } from './file-fields.js';
import { MessageFields } from './message-fields.js';
import { NoteFields } from './note-fields.js';
import { StepsFields } from './steps-fields.js';
import { TextFields } from './text-fields.js';

/** Draws what can be changed in a block. */
export function BlockFields({
  block,
  onChange,
}: {
  block: Block;
  onChange: (block: Block) => void;
}): ReactNode {
  switch (block.type) {
    case 'text':
      return <TextFields block={block} onChange={onChange} />;
    case 'note':
      return <NoteFields block={block} onChange={onChange} />;
    case 'steps':
      return <StepsFields block={block} onChange={onChange} />;
    case 'check':
      return <CheckFields block={block} onChange={onChange} />;
    case 'message':
      return <MessageFields block={block} onChange={onChange} />;
    case 'image':
      return <ImageFields block={block} onChange={onChange} />;
    case 'video':
      return <VideoFields block={block} onChange={onChange} />;
    case 'sheet':
      return <SheetFields block={block} onChange={onChange} />;
  }
}
