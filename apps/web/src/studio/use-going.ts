// Where the focus goes when another part of the draft is opened, or one field of it is named by the address.
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { frameId, headingId, searchOf, type Place } from './place.js';

/** Looks for an element for a moment: an editor may still be on its way. */
function goTo(ids: readonly string[], tries = 10) {
  const element = document.getElementById(ids[0] ?? '');
  const found = element ?? (tries === 0 ? ids.map((id) => document.getElementById(id)).find(Boolean) : null);
  if (found) {
    found.scrollIntoView?.({ block: 'center' });
    found.focus({ preventScroll: true });
  } else if (tries > 0) setTimeout(() => goTo(ids, tries - 1), 50);
}

/** Moves the focus to the heading of a newly opened part, or to the element that a link names. */
export function useGoing(place: Place) {
  const { hash, key } = useLocation();
  const search = searchOf(place);
  const before = useRef<{ search: string; key: string } | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = { search, key };
    if (last?.key === key) return;
    const target = decodeURIComponent(hash.slice(1));
    // Opening a question names it in the address too; the button that opened it keeps the focus.
    if (target && target !== document.activeElement?.id)
      return goTo([target, frameId(target.slice(0, 36)), headingId]);
    if (!target && last && last.search !== search) document.getElementById(headingId)?.focus();
  }, [hash, key, search]);
}
