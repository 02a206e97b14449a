// The theme in use: `public/theme.js` sets it before the first paint, this changes it afterwards.
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';
const attribute = 'data-theme';
const changingAttribute = 'data-theme-changes';
const storageKey = 'onetouch.theme';
const listeners = new Set<() => void>();

function current(): Theme {
  return document.documentElement.getAttribute(attribute) === 'dark' ? 'dark' : 'light';
}

function apply(theme: Theme) {
  const root = document.documentElement;
  // Colours change all at once: a button half way from one theme to the other could not be read.
  root.setAttribute(changingAttribute, '');
  root.setAttribute(attribute, theme);
  // Laid out with the new colours before anything may move again.
  void root.offsetHeight;
  root.removeAttribute(changingAttribute);
  listeners.forEach((listener) => listener());
}

function kept(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Changes the theme and keeps the choice on this device. */
export function chooseTheme(theme: Theme) {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  apply(theme);
}

globalThis.matchMedia?.('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
  if (!kept()) apply(matches ? 'dark' : 'light');
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme in use, and the way to choose another. */
export function useTheme(): { theme: Theme; chooseTheme: (theme: Theme) => void } {
  return { theme: useSyncExternalStore(subscribe, current), chooseTheme };
}
