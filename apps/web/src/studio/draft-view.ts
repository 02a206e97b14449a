// What is known about a draft at one moment: the document being edited, what the server last said, and how saving stands.
import type { CourseDocument, Draft } from '@onetouch/contract';
import type { Problem } from '../platform/problem.js';
import type { DraftCopy } from './draft-copy.js';
import type { LoadedDraft } from './load-draft.js';
import { saysTheSame } from './same-document.js';

/**
 * `changed`: edited, the pause before saving runs. `held`: fields would be refused. `waiting`: no network or a busy server,
 * tried again by itself. `conflict`: somebody else saved; nothing of this page is sent any more.
 */
export type SaveState = 'saved' | 'changed' | 'sending' | 'held' | 'waiting' | 'failed' | 'conflict';

export interface DraftView {
  /** The last answer of the server; in a conflict the newer draft, once it is known. */
  draft: Draft;
  document: CourseDocument;
  /** The document that the server has, as this page holds it: what the edits began from. */
  base: CourseDocument;
  state: SaveState;
  /** The newest edit lies on this device. */
  isKept: boolean;
  /** Why the last save or publication was refused. */
  problem: Problem | null;
  /** Unsaved work was taken back from this device; the time it was kept. */
  restoredAt: string | null;
  /** Own work that lost against another save, to copy from. */
  aside: DraftCopy | null;
  /** Grows when the document is exchanged as a whole: editors begin anew. */
  generation: number;
}

/** Nothing is open: the document is the one on the server. */
export function cleanView(draft: Draft): DraftView {
  return {
    draft,
    document: draft.document,
    base: draft.document,
    state: 'saved',
    isKept: true,
    problem: null,
    restoredAt: null,
    aside: null,
    generation: 0,
  };
}

/** In a conflict the own work, to be kept beside the newer draft; null when nothing is lost. */
export function lostWork({ state, document, base, draft }: DraftView, newer: Draft): DraftCopy | null {
  if (state !== 'conflict' || saysTheSame(document, newer.document)) return null;
  return { document, base, revision: draft.revision, at: new Date().toISOString() };
}

/** The first view: kept work goes on where it stopped, or meets the save that came in between. */
export function firstView({ draft, open, aside }: LoadedDraft): DraftView {
  const view = { ...cleanView(draft), aside };
  if (!open || saysTheSame(open.document, draft.document)) return view;
  const isCurrent = open.revision === draft.revision;
  return {
    ...view,
    // In a conflict the own revision stays: with the newer one, the own work could be saved over it.
    draft: { ...draft, revision: open.revision },
    document: open.document,
    base: isCurrent ? draft.document : open.base,
    state: isCurrent ? 'changed' : 'conflict',
    restoredAt: isCurrent ? open.at : null,
  };
}
