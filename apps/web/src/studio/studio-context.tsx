// What every editor on the draft page may use: changing the document, saying what was done, taking it back.
import type { CourseDocument } from '@onetouch/contract';
import { createContext, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edit } from './document-edits.js';
import type { Fault } from './document-faults.js';
import { faultWords } from './fault-words.js';
import type { Removal } from './removals.js';

export interface Studio {
  edit: (edit: Edit) => void;
  /** Says in a live region what was done. */
  say: (words: string) => void;
  /** Shows what was done with the way back for ten seconds. */
  offerUndo: (words: string, undo: () => void) => void;
  /** Takes a part out and offers the way back; nothing when it is not there. */
  remove: (find: (document: CourseDocument) => Removal | null, words: string) => void;
  /** Nothing can be changed: no right to, or somebody else has saved. */
  isFrozen: boolean;
  faults: readonly Fault[];
  /** Faults are shown at once, also in fields that nobody has left yet: saving was asked for. */
  areFaultsShown: boolean;
}

export const StudioContext = createContext<Studio>({
  edit: () => undefined,
  say: () => undefined,
  offerUndo: () => undefined,
  remove: () => undefined,
  isFrozen: true,
  faults: [],
  areFaultsShown: false,
});

/** The studio around an editor. */
export function useStudio(): Studio {
  return use(StudioContext);
}

/** What is wrong with the field of this id, once it was left or saving was asked for. */
export function useFault(id: string): { error: string | undefined; onBlur: () => void } {
  const { faults, areFaultsShown } = useStudio();
  const { t } = useTranslation('studio');
  const [wasLeft, setWasLeft] = useState(false);
  const fault = wasLeft || areFaultsShown ? faults.find((one) => one.fieldId === id) : undefined;
  return { error: fault && faultWords(fault, t), onBlur: () => setWasLeft(true) };
}
