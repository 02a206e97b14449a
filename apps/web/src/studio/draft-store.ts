// One draft on one page: takes edits, keeps them on the device at once, saves them after a pause, and believes only the
// server about what is saved. A save names the revision it has seen, so that nobody's work is overwritten.
import { courses, type CourseDocument, type Draft } from '@onetouch/contract';
import { call } from '../platform/call.js';
import { isProblem } from '../platform/problem.js';
import { documentFaults } from './document-faults.js';
import type { Edit } from './document-edits.js';
import { dropCopy, keepCopy, type CopyOwner } from './draft-copy.js';
import { cleanView, firstView, lostWork, type DraftView } from './draft-view.js';
import { readDraft, type LoadedDraft } from './load-draft.js';
import { saysTheSame } from './same-document.js';

export const pauses = {
  keepMs: 400,
  saveMs: 4_000,
  restoredMs: 20_000,
  firstRetryMs: 5_000,
  lastRetryMs: 60_000,
};

export class DraftStore {
  private view: DraftView;
  private readonly owner: CopyOwner;
  private readonly listeners = new Set<() => void>();
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = pauses.firstRetryMs;
  private saving: Promise<void> | null = null;
  private isConnected = false;

  constructor(loaded: LoadedDraft) {
    this.owner = loaded.owner;
    this.view = firstView(loaded);
  }

  readonly snapshot = (): DraftView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Starts saving by itself; returns the way to stop, which keeps and sends what is open. */
  readonly connect = (): (() => void) => {
    const onOnline = () => this.view.state === 'waiting' && void this.save();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') this.settle();
    };
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onHidden);
    this.isConnected = true;
    // Work from before a reload waits longer: its author may still drop it.
    if (this.view.state === 'changed') this.saveSoon(pauses.restoredMs);
    if (this.view.state === 'saved') void dropCopy(this.owner, 'open');
    return () => {
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onHidden);
      this.isConnected = false;
      this.settle();
    };
  };

  /** Changes the document; saved after a pause. */
  readonly edit = (edit: Edit) => {
    const next = edit(this.view.document);
    if (next === this.view.document) return;
    const isFrozen = this.view.state === 'conflict' || this.view.state === 'sending';
    this.set({ document: next, isKept: false, ...(!isFrozen && { state: 'changed' }) });
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(() => void this.keep(), pauses.keepMs);
    this.retryMs = pauses.firstRetryMs;
    this.saveSoon(pauses.saveMs);
  };

  /** Saves now; true when everything is with the server afterwards. */
  readonly save = async (): Promise<boolean> => {
    clearTimeout(this.saveTimer);
    while (this.saving) await this.saving;
    if (this.view.state === 'conflict') return false;
    if (this.view.document === this.view.base) return true;
    if (documentFaults(this.view.document).length > 0) {
      this.set({ state: 'held' });
      return false;
    }
    this.saving = this.send(this.view.document).finally(() => {
      this.saving = null;
    });
    await this.saving;
    return this.view.document === this.view.base;
  };

  /** Saves what is open, then freezes the draft as the next version. Throws the refusal of the server. */
  readonly publish = async (): Promise<boolean> => {
    if (!(await this.save())) return false;
    const { revision } = this.view.draft;
    try {
      this.adopt(await call(courses.publish, { params: this.params, body: { revision } }), this.view.base);
      return true;
    } catch (error) {
      if (!isProblem(error, 'draft.changed')) throw error;
      await this.meet(this.view.base);
      return false;
    }
  };

  /** Gives up the own edits for the draft on the server; in a conflict they stay on the device to copy from. */
  readonly takeServerDraft = async () => {
    const { state, draft: known } = this.view;
    const draft = state === 'conflict' ? await readDraft(this.owner.courseId) : known;
    const aside = lostWork(this.view, draft);
    if (aside) await keepCopy(this.owner, 'aside', aside);
    clearTimeout(this.keepTimer);
    clearTimeout(this.saveTimer);
    await dropCopy(this.owner, 'open');
    const generation = this.view.generation + 1;
    this.set({ ...cleanView(draft), aside: aside ?? this.view.aside, generation });
  };

  /** The work kept to copy from is no longer wanted. */
  readonly dropAside = async () => {
    await dropCopy(this.owner, 'aside');
    this.set({ aside: null });
  };

  /** Unsaved work is not even on the device: leaving the page would lose it. */
  readonly isAtRisk = (): boolean => this.view.document !== this.view.base && !this.view.isKept;

  private get params() {
    return { courseId: this.owner.courseId };
  }

  private async send(sent: CourseDocument) {
    const { revision } = this.view.draft;
    this.set({ state: 'sending' });
    try {
      const body = { revision, document: sent };
      this.adopt(await call(courses.saveDraft, { params: this.params, body }), sent);
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.code === 'draft.changed') return this.meet(sent);
      this.set({ state: error.isPassing ? 'waiting' : 'failed', problem: error });
      void this.keep();
      if (!error.isPassing) return;
      this.saveSoon(this.retryMs);
      this.retryMs = Math.min(this.retryMs * 2, pauses.lastRetryMs);
    }
  }

  /** The server has `sent`; edits made meanwhile stay and are saved next. */
  private adopt(draft: Draft, sent: CourseDocument) {
    this.retryMs = pauses.firstRetryMs;
    const isAll = this.view.document === sent;
    this.set({ draft, base: sent, state: isAll ? 'saved' : 'changed', problem: null, restoredAt: null });
    if (!isAll) {
      void this.keep();
      return this.saveSoon(pauses.saveMs);
    }
    clearTimeout(this.keepTimer);
    this.set({ isKept: true });
    void dropCopy(this.owner, 'open');
  }

  /** Somebody saved since our revision; perhaps ourselves, when the answer to an earlier try was lost on its way. */
  private async meet(sent: CourseDocument) {
    const newer = await readDraft(this.owner.courseId).catch(() => null);
    if (newer && saysTheSame(newer.document, sent)) return this.adopt(newer, sent);
    await this.keep();
    this.set({
      state: 'conflict',
      ...(newer && { draft: { ...newer, revision: this.view.draft.revision } }),
    });
  }

  private saveSoon(ms: number) {
    clearTimeout(this.saveTimer);
    if (this.isConnected && this.view.state !== 'conflict')
      this.saveTimer = setTimeout(() => void this.save(), ms);
  }

  private settle() {
    if (this.view.document === this.view.base) return;
    void this.keep();
    void this.save();
  }

  private async keep() {
    clearTimeout(this.keepTimer);
    const { document: kept, base, draft } = this.view;
    if (kept === base) return;
    const at = new Date().toISOString();
    const isKept = await keepCopy(this.owner, 'open', { document: kept, base, revision: draft.revision, at });
    // Saved while the device was writing: the copy is of the past.
    if (this.view.document === this.view.base) return dropCopy(this.owner, 'open');
    if (this.view.document === kept) this.set({ isKept });
  }

  private set(wish: Partial<DraftView>) {
    this.view = { ...this.view, ...wish };
    this.listeners.forEach((listener) => listener());
  }
}
