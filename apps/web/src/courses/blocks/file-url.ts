// Where the bytes of a file of a lesson are.
import { files, type FileRef } from '@onetouch/contract';
import { urlOf } from '../../platform/call.js';

/** The address of a stored file; it never changes its bytes. */
export function fileUrl({ hash, name }: FileRef): string {
  return urlOf(files.read, { params: { hash, name } });
}
