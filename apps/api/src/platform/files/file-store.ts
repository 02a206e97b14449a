// Files in PostgreSQL, named by the SHA-256 of their bytes, with the much-read ones in memory. Knows no course.
import { createHash } from 'node:crypto';
import type { FileRef } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Database, type Statement } from '../database/database.js';

export interface StoredFile {
  readonly bytes: Buffer;
  readonly mediaType: FileRef['mediaType'];
}

/** What is known of a stored file without reading it. */
export interface FileFacts {
  mediaType: string;
  bytes: number;
}

const keptBytes = 24 * 1024 * 1024;
/** Larger files would push out everything else. */
const keptFileBytes = 4 * 1024 * 1024;

const insert: Statement = {
  name: 'files.insert',
  // What somebody else brings too is theirs from then on, and a demonstration never takes it over.
  text: `INSERT INTO file (hash, media_type, data, is_demonstration) VALUES ($1, $2, $3, $4)
    ON CONFLICT (hash) DO UPDATE SET is_demonstration = false WHERE file.is_demonstration AND NOT excluded.is_demonstration`,
};
const find: Statement = {
  name: 'files.find',
  text: 'SELECT media_type AS "mediaType", data AS bytes FROM file WHERE hash = $1',
};
const findFacts: Statement = {
  name: 'files.find-facts',
  text: 'SELECT hash, media_type AS "mediaType", octet_length(data) AS bytes FROM file WHERE hash = ANY($1::text[])',
};

@Injectable()
export class FileStore {
  private readonly kept = new LRUCache<string, StoredFile>({
    maxSize: keptBytes,
    maxEntrySize: keptFileBytes,
    sizeCalculation: (file) => Math.max(1, file.bytes.length),
  });

  constructor(private readonly database: Database) {}

  /** Stores bytes and answers their reference; bytes that are there already stay as they are, under the media type of the first time. */
  put(bytes: Buffer, mediaType: FileRef['mediaType'], name: string): Promise<FileRef> {
    return this.store(bytes, { mediaType, name, isDemonstration: false });
  }

  /** The same for a file of the demonstration: marked, unless somebody else has brought it before. */
  putDemonstration(bytes: Buffer, mediaType: FileRef['mediaType'], name: string): Promise<FileRef> {
    return this.store(bytes, { mediaType, name, isDemonstration: true });
  }

  /** A stored file, or undefined. */
  async get(hash: string): Promise<StoredFile | undefined> {
    const known = this.kept.get(hash);
    if (known) return known;
    const file = await this.database.row<StoredFile>(find, [hash]);
    if (file) this.kept.set(hash, file);
    return file;
  }

  /** Media type and length of each of these files that is there; one query, no bytes read. */
  async facts(hashes: readonly string[]): Promise<Map<string, FileFacts>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.database.rows<FileFacts & { hash: string }>(findFacts, [hashes]);
    return new Map(rows.map(({ hash, mediaType, bytes }) => [hash, { mediaType, bytes }]));
  }

  private async store(
    bytes: Buffer,
    facts: Pick<FileRef, 'mediaType' | 'name'> & { isDemonstration: boolean },
  ): Promise<FileRef> {
    const { mediaType, name, isDemonstration } = facts;
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.database.rows(insert, [hash, mediaType, bytes, isDemonstration]);
    const stored = (await this.facts([hash])).get(hash);
    if (stored?.mediaType !== mediaType)
      throw new Error(`${name} is stored as ${stored?.mediaType}, not as ${mediaType}`);
    return { hash, name, mediaType, bytes: bytes.length };
  }
}
