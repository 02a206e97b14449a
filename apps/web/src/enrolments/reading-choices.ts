// How somebody likes to read lessons: size of the letters, and whether the key N leads on. Kept on this device.
import { useSyncExternalStore } from 'react';

export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

const sizeKey = 'onetouch.text-size';
const nextKeyKey = 'onetouch.key-n';
const listeners = new Set<() => void>();
/** For browsers that keep nothing: lasts until the page is closed. */
const memory = new Map<string, string>();

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    memory.set(key, value);
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const currentSize = (): TextSize => textSizes.find((size) => size === kept(sizeKey)) ?? 'normal';

/** The size in use and the way to choose another. */
export function useTextSize() {
  const size = useSyncExternalStore(subscribe, currentSize);
  return { size, choose: (next: TextSize) => keep(sizeKey, next) };
}

/** Whether the key N leads to the next lesson; whoever speaks to the computer may want it off. */
export function useKeyN() {
  const isOn = useSyncExternalStore(subscribe, () => kept(nextKeyKey) !== 'off');
  return { isOn, choose: (on: boolean) => keep(nextKeyKey, on ? 'on' : 'off') };
}
