// The draft as the page uses it: its store, connected while the page is open, and what is known now.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftStore } from './draft-store.js';
import type { LoadedDraft } from './load-draft.js';

/** The store of a draft and its view. */
export function useDraft(loaded: LoadedDraft) {
  const [store] = useState(() => new DraftStore(loaded));
  const view = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => store.connect(), [store]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (store.isAtRisk()) event.preventDefault();
    };
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void store.save();
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('keydown', onKey);
    };
  }, [store]);
  return { store, view };
}
