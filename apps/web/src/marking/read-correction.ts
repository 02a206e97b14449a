// One correction with a page of whom it changed; open decisions come first.
import { marking, type Correction, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';

export const changesPerPage = 50;

export interface CorrectionData {
  courseId: string;
  lessonId: string;
  correction: Correction;
  changes: ResponseOf<typeof marking.listChanges>;
}

/** Refuses with `correction.not-found` for one that is not of this quiz. */
export async function readCorrection({ request, params }: LoaderFunctionArgs): Promise<CorrectionData> {
  const { signal } = request;
  const { courseId = '', lessonId = '', correctionId = '' } = params;
  const cursor = new URL(request.url).searchParams.get(cursorName) ?? undefined;
  const [{ items }, changes] = await Promise.all([
    call(marking.listCorrections, { params: { courseId, lessonId } }, { signal }),
    call(
      marking.listChanges,
      { params: { correctionId }, query: { cursor, limit: changesPerPage } },
      { signal },
    ),
  ]);
  const correction = items.find(({ id }) => id === correctionId);
  if (!correction) throw new Problem({ code: 'correction.not-found', status: 404 });
  return { courseId, lessonId, correction, changes };
}
