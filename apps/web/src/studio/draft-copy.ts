// Unsaved work of an author on this device: kept at every pause, taken back after a reload, its owner's alone. What the
// server has confirmed is not kept here.
import type { CourseDocument } from '@onetouch/contract';
import Dexie, { type EntityTable } from 'dexie';

/** `open` is work to be saved; `aside` is work that lost against somebody else's save and is kept to copy from. */
export type CopyKind = 'open' | 'aside';

export interface DraftCopy {
  document: CourseDocument;
  /** What the work began from, and its revision. */
  base: CourseDocument;
  revision: number;
  /** ISO time of the device. */
  at: string;
}
interface Row extends DraftCopy {
  key: string;
}

type Database = Dexie & { copies: EntityTable<Row, 'key'> };
let opened: Database | undefined;

function open(): Database {
  if (!opened) {
    opened = new Dexie('onetouch-drafts') as Database;
    opened.version(1).stores({ copies: 'key' });
  }
  return opened;
}

export interface CopyOwner {
  personId: string;
  courseId: string;
}
const keyOf = ({ personId, courseId }: CopyOwner, kind: CopyKind) => `${personId}/${courseId}/${kind}`;

/** Keeps a copy in place of the earlier one; true when it lies on the device. */
export async function keepCopy(owner: CopyOwner, kind: CopyKind, copy: DraftCopy): Promise<boolean> {
  const { document, base, revision, at } = copy;
  return open()
    .copies.put({ key: keyOf(owner, kind), document, base, revision, at })
    .then(
      () => true,
      () => false,
    );
}

/** The copy, or null; also null where the browser keeps nothing. */
export async function readCopy(owner: CopyOwner, kind: CopyKind): Promise<DraftCopy | null> {
  const row = await open()
    .copies.get(keyOf(owner, kind))
    .catch(() => undefined);
  if (!row) return null;
  const { document, base, revision, at } = row;
  return { document, base, revision, at };
}

/** Takes the copy off the device. */
export async function dropCopy(owner: CopyOwner, kind: CopyKind): Promise<void> {
  await open()
    .copies.delete(keyOf(owner, kind))
    .catch(() => undefined);
}
