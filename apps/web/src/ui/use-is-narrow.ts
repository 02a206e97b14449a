// Whether this is a phone by width, where the order of things differs and not only their size.
import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 767.98px)';

function subscribe(listener: () => void) {
  const query = matchMedia(narrow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** True below 768 px. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
}
