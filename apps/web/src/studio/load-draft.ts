// What the draft page begins with: the server's draft, and the work that was kept on this device.
import { courses, type Draft } from '@onetouch/contract';
import { call } from '../platform/call.js';
import { currentOwner } from '../platform/session.js';
import { readCopy, type CopyOwner, type DraftCopy } from './draft-copy.js';

export interface LoadedDraft {
  draft: Draft;
  owner: CopyOwner;
  /** Unsaved work from before a reload. */
  open: DraftCopy | null;
  /** Work that lost against another save and waits to be copied from. */
  aside: DraftCopy | null;
}

/** Reads the draft of a course. */
export function readDraft(courseId: string): Promise<Draft> {
  return call(courses.readDraft, { params: { courseId } });
}

/** Reads the draft and what this person has kept of it on this device. */
export async function loadDraft(courseId: string): Promise<LoadedDraft> {
  const draft = await readDraft(courseId);
  const owner = { personId: currentOwner() ?? '', courseId };
  const [open, aside] = await Promise.all([readCopy(owner, 'open'), readCopy(owner, 'aside')]);
  return { draft, owner, open, aside };
}
