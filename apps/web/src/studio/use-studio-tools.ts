// What was just done on the draft page: a word for screen readers, and the way back for ten seconds.
import { useCallback, useMemo, useState } from 'react';
import type { DraftStore } from './draft-store.js';
import type { Studio } from './studio-context.js';

interface Undo {
  number: number;
  words: string;
  back: () => void;
}

/** The tools of the studio for one draft. */
export function useStudioTools(store: DraftStore) {
  const [said, setSaid] = useState('');
  const [undo, setUndo] = useState<Undo | null>(null);
  const forgetUndo = useCallback(() => setUndo(null), []);
  const studio = useMemo((): Pick<Studio, 'edit' | 'say' | 'offerUndo' | 'remove'> => {
    // The same words twice are said twice: a no-break space makes them another text.
    const say = (words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words));
    const offerUndo = (words: string, back: () => void) =>
      setUndo((before) => ({
        number: (before?.number ?? 0) + 1,
        words,
        back: () => {
          back();
          setUndo(null);
        },
      }));
    return {
      edit: store.edit,
      say,
      offerUndo,
      remove: (find, words) => {
        const removal = find(store.snapshot().document);
        if (!removal) return;
        store.edit(removal.edit);
        offerUndo(words, () => store.edit(removal.undo));
      },
    };
  }, [store]);
  return { studio, said, undo, forgetUndo };
}
