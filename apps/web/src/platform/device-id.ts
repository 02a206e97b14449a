// A random name of this browser, so that the server can tell two devices on one attempt apart. Says nothing about the device.
import { newId } from './new-id.js';

const storageKey = 'onetouch.device';
let current: string | undefined;

/** The same for every visit; where nothing can be kept, the same until the page is closed. */
export function deviceId(): string {
  if (current) return current;
  try {
    current = localStorage.getItem(storageKey) ?? newId();
    localStorage.setItem(storageKey, current);
  } catch {
    current ??= newId();
  }
  return current;
}
