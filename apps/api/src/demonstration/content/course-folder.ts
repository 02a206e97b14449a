// The folder of one course on disk: its texts, its files with their hashes, and warnings. Knows no database.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { FileRef } from '@onetouch/contract';
import { ContentError, type Place } from './content-error.js';

/** A file of a course, to be stored before the course is published. */
export interface ContentFile {
  readonly ref: FileRef;
  readonly bytes: Buffer;
}

const mediaTypes: Record<string, FileRef['mediaType']> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.pdf': 'application/pdf',
};

export class CourseFolder {
  readonly files = new Map<string, ContentFile>();
  readonly warnings: string[] = [];

  constructor(readonly root: string) {}

  /** The text of a file; a `ContentError` at `from` when it is not there. */
  text(path: string, from: Place): string {
    return this.bytes(path, from).toString('utf8').replace(/\r\n/g, '\n').normalize('NFC');
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** Takes a file into the course and answers its reference. */
  take(path: string, from: Place): ContentFile {
    const mediaType = mediaTypes[extname(path)];
    if (!mediaType) throw new ContentError(from, `${path} is of a kind that courses do not have`);
    const bytes = this.bytes(path, from);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const file = {
      bytes,
      ref: { hash, name: path.split('/').at(-1) ?? path, mediaType, bytes: bytes.length },
    };
    this.files.set(hash, file);
    return file;
  }

  private bytes(path: string, from: Place): Buffer {
    const full = resolve(this.root, path);
    if (!full.startsWith(resolve(this.root) + sep))
      throw new ContentError(from, `${path} lies outside the course`);
    if (!existsSync(full)) throw new ContentError(from, `${path} is not there`);
    return readFileSync(full);
  }
}
