// Tells the whole page how high a bar really is, so that nothing hides under it, also with letters twice as large.
import { useLayoutEffect, useRef, type RefObject } from 'react';

export type BarName = '--header' | '--bottom-bar';

/** Keeps `name` on <html> at the height of the bar that gets the ref; at 0 px where the bar scrolls with the page. */
export function useBarHeight<E extends HTMLElement>(name: BarName): RefObject<E | null> {
  const bar = useRef<E>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const { style } = document.documentElement;
    const measure = () => {
      const stays = ['sticky', 'fixed'].includes(getComputedStyle(element).position);
      style.setProperty(name, `${stays ? element.offsetHeight : 0}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Turning a phone may change whether the bar stays without changing its height.
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      style.removeProperty(name);
    };
  }, [name]);
  return bar;
}
