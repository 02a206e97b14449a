// What parts of a lesson weigh on the wire: its words as JSON in UTF-8, and the files it names.
import type { Block, ContentLesson, FileRef } from '@onetouch/contract';

const words = new TextEncoder();

function filesIn(block: Block): FileRef[] {
  if (block.type === 'image' || block.type === 'sheet') return [block.file];
  if (block.type === 'video') return [block.file, block.captions, ...(block.poster ? [block.poster] : [])];
  return [];
}
const bytesOf = (files: readonly FileRef[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** A block with its files, in bytes. */
export function blockWeight(block: Block): number {
  return words.encode(JSON.stringify(block)).length + bytesOf(filesIn(block));
}

export interface WeightParts {
  videoBytes: number;
  pictureBytes: number;
  sheetBytes: number;
  /** Everything that is not a file: read first, before any file. */
  textBytes: number;
}

/** A lesson by kinds of weight; a file that stands there twice is loaded, and counted, once. */
export function weightParts(lesson: ContentLesson): WeightParts {
  const seen = new Set<string>();
  const parts = { videoBytes: 0, pictureBytes: 0, sheetBytes: 0 };
  const textBytes = words.encode(JSON.stringify(lesson)).length;
  for (const block of lesson.blocks) {
    const fresh = filesIn(block).filter(({ hash }) => !seen.has(hash));
    fresh.forEach(({ hash }) => seen.add(hash));
    const kind =
      block.type === 'video' ? 'videoBytes' : block.type === 'sheet' ? 'sheetBytes' : 'pictureBytes';
    parts[kind] += bytesOf(fresh);
  }
  return { ...parts, textBytes };
}
