// The key N leads to the next lesson, unless somebody is typing or holds another key down.
import { useEffect } from 'react';

const typing =
  'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], dialog';

/** Calls `onNext` when N is pressed; never while `isOn` is false. */
export function useNextKey(isOn: boolean, onNext: () => void) {
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      const isPlain =
        !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && !event.isComposing;
      if (event.key.toLowerCase() !== 'n' || !isPlain) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      onNext();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isOn, onNext]);
}
