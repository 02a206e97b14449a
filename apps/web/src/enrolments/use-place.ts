// Where in a lesson somebody is reading: found again at the next visit, also on another device. The focus is left alone.
import { useEffect, useRef, type RefObject } from 'react';
import { blockAnchor } from '../courses/blocks/block-anchor.js';

const pauseMs = 4_000;

/** Scrolls once to the block, when the lesson has been drawn; nothing for null or the first block. */
export function useOpenAt(blockId: string | null) {
  const target = useRef(blockId);
  useEffect(() => {
    if (target.current === null) return;
    const element = document.getElementById(blockAnchor(target.current));
    // After the router has put the scroll position where it thinks it belongs.
    const frame = requestAnimationFrame(() =>
      element?.scrollIntoView({ block: 'start', behavior: 'instant' }),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
}

/** The block being read: the last one that begins above the middle of the screen; at the end of the page the last one. */
function blockInView(root: HTMLElement, blockIds: readonly string[]): string | null {
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
  if (isAtEnd && scrollY > 0) return blockIds.at(-1) ?? null;
  const line = innerHeight * 0.45;
  const begun = blockIds.filter((id) => {
    const element = root.querySelector(`#${CSS.escape(blockAnchor(id))}`);
    return element !== null && element.getBoundingClientRect().top <= line;
  });
  return begun.at(-1) ?? blockIds[0] ?? null;
}

/** Tells `onPlace` where the reader is when that has changed, at most every few seconds, and when the page is left. */
export function usePlace(
  root: RefObject<HTMLElement | null>,
  blockIds: readonly string[],
  { known, onPlace }: { known: string | null; onPlace: (blockId: string) => void },
) {
  const last = useRef(known);
  const tell = useRef(onPlace);
  useEffect(() => {
    tell.current = onPlace;
  }, [onPlace]);
  const all = blockIds.join(' ');
  useEffect(() => {
    const element = root.current;
    const ids = all.split(' ').filter(Boolean);
    if (!element || ids.length === 0) return;
    return followPlace(
      () => blockInView(element, ids),
      (place) => {
        if (place === last.current) return;
        last.current = place;
        tell.current(place);
      },
    );
  }, [root, all]);
}

function followPlace(find: () => string | null, tell: (place: string) => void) {
  let place: string | null = null;
  let finding: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  const tellNow = () => {
    clearTimeout(telling);
    telling = undefined;
    if (place !== null) tell(place);
  };
  const findNow = () => {
    finding = undefined;
    place = find();
    telling ??= setTimeout(tellNow, pauseMs);
  };
  const onScroll = () => {
    finding ??= setTimeout(findNow, 200);
  };
  const onHidden = () => document.visibilityState === 'hidden' && tellNow();
  // Whoever stays has begun the lesson, also without scrolling.
  const staying = setTimeout(onScroll, pauseMs / 2);
  addEventListener('scroll', onScroll, { passive: true });
  addEventListener('pagehide', tellNow);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    removeEventListener('scroll', onScroll);
    removeEventListener('pagehide', tellNow);
    document.removeEventListener('visibilitychange', onHidden);
    clearTimeout(staying);
    clearTimeout(finding);
    tellNow();
  };
}
