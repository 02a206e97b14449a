// A list that grows by pages. What was added is kept for coming back, so that the place in the list is not lost.
import { courses, type CourseCard } from '@onetouch/contract';
import { useEffect, useRef, useState } from 'react';
import { useNavigationType } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { queryOf } from './catalogue-filters.js';
import type { CatalogueData, CataloguePage } from './read-catalogue.js';

interface Grown {
  first: string | undefined;
  search: string;
  items: CourseCard[];
  next: string | null;
}
/** The last list of this visit. */
let kept: Grown | undefined;

const pageAfterFirst = 12;

/** The cards so far and the way to the next ones; give the component the address as its key. */
export function useMoreCourses({ filters, role, search }: CatalogueData, found: CataloguePage) {
  const isBack = useNavigationType() === 'POP';
  const first = found.items[0]?.id;
  const [list, setList] = useState<Grown>(() =>
    isBack && kept?.search === search && kept.first === first
      ? kept
      : { first, search, items: found.items, next: found.next },
  );
  const [state, setState] = useState<'idle' | 'loading' | Problem>('idle');
  const alive = useRef<AbortController>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    alive.current = controller;
    return () => controller.abort();
  }, []);

  const readMore = async () => {
    if (!list.next || state === 'loading') return;
    setState('loading');
    try {
      const query = { ...queryOf(filters, role), limit: pageAfterFirst, cursor: list.next };
      const page = await call(courses.browse, { query }, { signal: alive.current?.signal });
      kept = { ...list, items: [...list.items, ...page.items], next: page.next };
      setList(kept);
      setState('idle');
    } catch (error) {
      if (isProblem(error)) setState(error);
    }
  };
  return {
    items: list.items,
    hasMore: list.next !== null,
    readMore,
    isLoading: state === 'loading',
    problem: isProblem(state) ? state : null,
  };
}
