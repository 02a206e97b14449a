// Where somebody may open cohorts, read from the grants that the server answered. The server decides again.
import type { Me, OrganisationRef, PlaceRef } from '@onetouch/contract';
import { useMemo } from 'react';

export interface OwnScope {
  places: PlaceRef[];
  organisations: OrganisationRef[];
}

/** Places and organisations of the grants that coordinate. */
export function useOwnScope(me: Me): OwnScope {
  return useMemo(() => {
    const grants = me.grants.filter(({ role }) => role !== 'trainer');
    return {
      places: grants.flatMap(({ place }) => (place ? [place] : [])),
      organisations: grants.flatMap(({ organisation }) => (organisation ? [organisation] : [])),
    };
  }, [me]);
}
