// Stored files over HTTP: kept for ever by browsers, in whole or by single byte ranges. Knows no course.
import { files, type InputOf } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestContext } from '../http/actor.js';
import { isKnownTag } from '../http/etag.js';
import { FileAnswer } from '../http/file-answer.js';
import { Handles } from '../http/handles.js';
import { Problem } from '../http/problem.js';
import { parseByteRange } from './byte-range.js';
import { FileStore, type StoredFile } from './file-store.js';

const cacheControl = 'public, max-age=31536000, immutable';

function headersOf(file: StoredFile, tag: string): Record<string, string> {
  const safe = { etag: tag, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' };
  if (file.mediaType !== 'image/svg+xml') return safe;
  // A drawing opened by its address is a document: it may style itself and nothing else.
  return { ...safe, 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
}

@Controller()
export class FilesController {
  constructor(private readonly store: FileStore) {}

  @Handles(files.read)
  async read(
    input: InputOf<typeof files.read>,
    _context: RequestContext<unknown>,
    reply: FastifyReply,
  ): Promise<FileAnswer> {
    const file = await this.store.get(input.params.hash);
    if (!file) throw new Problem('file.not-found');
    const tag = `"${input.params.hash}"`;
    const headers = headersOf(file, tag);
    const whole = { mediaType: file.mediaType, cacheControl, headers };
    const asked = reply.request.headers;
    if (isKnownTag(asked['if-none-match'], tag)) return new FileAnswer(null, { ...whole, status: 304 });
    const isSame = asked['if-range'] === undefined || asked['if-range'] === tag;
    const range = isSame ? parseByteRange(asked.range, file.bytes.length) : 'whole';
    if (range === 'whole') return new FileAnswer(file.bytes, whole);
    if (range === 'invalid') {
      reply.header('content-range', `bytes */${file.bytes.length}`);
      throw new Problem('file.range-invalid');
    }
    headers['content-range'] = `bytes ${range.first}-${range.last}/${file.bytes.length}`;
    return new FileAnswer(file.bytes.subarray(range.first, range.last + 1), { ...whole, status: 206 });
  }
}
