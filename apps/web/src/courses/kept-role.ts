// The role that was chosen last on this device, so that nobody is asked twice. Not a right of any kind.
import type { Audience } from '@onetouch/contract';
import { audiences } from './course-look.js';

const storageKey = 'onetouch.role';

/** The role kept here, or null. */
export function keptRole(): Audience | null {
  try {
    const kept = localStorage.getItem(storageKey);
    return audiences.find((audience) => audience === kept) ?? null;
  } catch {
    return null;
  }
}

/** Keeps the role on this device; without storage it lasts as long as the address. */
export function keepRole(role: Audience) {
  try {
    localStorage.setItem(storageKey, role);
  } catch {
    // Private browsing without storage: the address still carries the role.
  }
}
