// An answer that is a file: bytes or a stream, with the headers that let a browser keep or save it.
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

interface FileAnswerOptions {
  mediaType: string;
  /** Name under which a browser saves it; absent means shown in place. */
  downloadName?: string;
  cacheControl?: string;
  headers?: Record<string, string>;
  status?: number;
}

export class FileAnswer {
  constructor(
    /** Null for an answer without a body, such as 304. */
    readonly content: Buffer | Readable | null,
    readonly options: FileAnswerOptions,
  ) {}

  /** Sets status and headers and hands over the content. */
  sendThrough(reply: FastifyReply): Buffer | Readable | undefined {
    const { mediaType, downloadName, cacheControl, headers, status } = this.options;
    reply
      .status(status ?? 200)
      .header('content-type', mediaType)
      .header('cache-control', cacheControl ?? 'private, no-store');
    if (downloadName) {
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(downloadName)}`);
    }
    for (const [name, value] of Object.entries(headers ?? {})) reply.header(name, value);
    return this.content ?? undefined;
  }
}
