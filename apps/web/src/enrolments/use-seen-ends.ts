// Whether the end of a block has really been before the reader's eyes: on the screen, not under a bar, for a second, in a
// tab that is being looked at. Knows blocks by the mark at their end only.
import { useEffect, useRef, type RefObject } from 'react';
import { endAttribute } from '../courses/blocks/block-anchor.js';

const lookMs = 1_000;
/** Height of the bars over the page, so that what lies under them does not count. */
const barsMargin = '-64px 0px -108px 0px';

/** Calls `onSeen` once for each of these blocks when its end was seen. */
export function useSeenEnds(
  root: RefObject<HTMLElement | null>,
  blockIds: readonly string[],
  onSeen: (blockId: string) => void,
) {
  const tell = useRef(onSeen);
  useEffect(() => {
    tell.current = onSeen;
  }, [onSeen]);
  const wanted = blockIds.join(' ');
  useEffect(() => {
    const element = root.current;
    if (!element || wanted === '' || typeof IntersectionObserver === 'undefined') return;
    return watchEnds(element, wanted.split(' '), (blockId) => tell.current(blockId));
  }, [root, wanted]);
}

function watchEnds(root: HTMLElement, blockIds: string[], onSeen: (blockId: string) => void) {
  const left = new Set(blockIds);
  const onScreen = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const look = (id: string) => {
    if (timers.has(id) || document.visibilityState === 'hidden') return;
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id);
        if (left.delete(id)) onSeen(id);
      }, lookMs),
    );
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = target.getAttribute(endAttribute) ?? '';
        if (!left.has(id)) continue;
        if (isIntersecting) {
          onScreen.add(id);
          look(id);
        } else {
          onScreen.delete(id);
          stop(id);
        }
      }
    },
    { rootMargin: barsMargin },
  );
  for (const end of root.querySelectorAll(`[${endAttribute}]`)) observer.observe(end);
  const onVisibility = () => {
    for (const id of onScreen) {
      if (document.visibilityState === 'hidden') stop(id);
      else if (left.has(id)) look(id);
    }
  };
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', onVisibility);
    for (const id of [...timers.keys()]) stop(id);
  };
}
