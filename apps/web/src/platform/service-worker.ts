// Lets the browser keep the shell of the page, after everything that the first page needs has arrived.
import { followReleases } from './new-release.js';

/** Registers the service worker; not in development, where it would hide changes. */
export function keepShell() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register('/sw.js').then(followReleases, () => undefined);
  const later = () => setTimeout(register, 4_000);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}
