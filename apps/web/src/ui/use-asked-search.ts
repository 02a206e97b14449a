// The search part of the address as it was asked for last: a filter that is chosen while an earlier choice is still on its way adds to
// that one and does not take it back.
import { useLocation, useNavigation, useSearchParams } from 'react-router';

/** Like `useSearchParams`, ahead of the page by what is being loaded for it. */
export function useAskedSearch() {
  const { pathname } = useLocation();
  const { location: asked } = useNavigation();
  const [shown, setSearch] = useSearchParams();
  const search = asked?.pathname === pathname ? new URLSearchParams(asked.search) : shown;
  return [search, setSearch] as const;
}
