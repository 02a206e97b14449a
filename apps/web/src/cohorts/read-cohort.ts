// What the page of one cohort asks for: its figures, and the members when they are looked at.
import { cohorts, type CohortDetail, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';
import {
  type MemberFilters,
  membersPerPage,
  queryOf,
  readMemberFilters,
  readView,
  type View,
} from './member-filters.js';

export type MemberPage = ResponseOf<typeof cohorts.listMembers>;

export interface CohortData {
  cohort: CohortDetail;
  view: View;
  filters: MemberFilters;
  /** The page of members, or why there is none; null in the other views. */
  members: MemberPage | Problem | null;
}

/** The figures and the members; without the figures there is no page. */
export async function readCohort({ request, params }: LoaderFunctionArgs): Promise<CohortData> {
  const { searchParams } = new URL(request.url);
  const { signal } = request;
  const cohortId = params['cohortId'] ?? '';
  const view = readView(searchParams);
  const filters = readMemberFilters(searchParams);
  const cursor = searchParams.get(cursorName) ?? undefined;
  const query = { ...queryOf(filters), cursor, limit: membersPerPage };
  const readMembers = async () => {
    try {
      return await call(cohorts.listMembers, { params: { cohortId }, query }, { signal });
    } catch (error) {
      if (isProblem(error)) return error;
      throw error;
    }
  };
  const [cohort, members] = await Promise.all([
    call(cohorts.read, { params: { cohortId } }, { signal }),
    view === 'members' ? readMembers() : null,
  ]);
  return { cohort, view, filters, members };
}
