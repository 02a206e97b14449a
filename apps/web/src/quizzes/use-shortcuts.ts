// Single keys that answer and move. They can be switched off, because who speaks to the computer types single keys by accident.
import { useEffect, useState } from 'react';

export interface Shortcuts {
  onNumber: (number: number) => void;
  onNext: () => void;
  onPrevious: () => void;
  onFlag: () => void;
}
const storageKey = 'onetouch.shortcuts';

function areOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

/** Whether shortcuts are used on this device, and the way to change it. */
export function useShortcutChoice() {
  const [isOn, setIsOn] = useState(areOn);
  const choose = (on: boolean) => {
    setIsOn(on);
    try {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  };
  return { isOn, choose };
}

/** Arrows belong to what has the focus: a choice, or the list of questions. */
function ownsArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, [data-arrows]') !== null;
}

/** Letters belong to whoever is writing. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('textarea, input:not([type="radio"], [type="checkbox"])') !== null
  );
}

function act(event: KeyboardEvent, { onNumber, onNext, onPrevious, onFlag }: Shortcuts): boolean {
  const key = event.key.toLowerCase();
  const isArrow = key.startsWith('arrow');
  if (isArrow && ownsArrows(event.target)) return false;
  if (key >= '1' && key <= '9' && key.length === 1) onNumber(Number(key));
  else if (key === 'n' || key === 'arrowright') onNext();
  else if (key === 'p' || key === 'arrowleft') onPrevious();
  else if (key === 'f') onFlag();
  else return false;
  return true;
}

/** Listens to single keys while `isOn` and no dialog is open. */
export function useShortcuts(isOn: boolean, shortcuts: Shortcuts) {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
      if (act(event, shortcuts)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
