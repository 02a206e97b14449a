// The question that is at fault: as its figures know it, with its options and its key.
import { marking, type QuizStatistics } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { readDeskSearch } from './desk-search.js';
import { numbered, type NumberedItem } from './numbered-item.js';

export interface FaultyData {
  statistics: QuizStatistics;
  /** Undefined when nobody's paper had it: then there is nothing to put right. */
  item: NumberedItem | undefined;
  examId: string;
}

/** The question among those that were asked. */
export async function readFaulty({ request, params }: LoaderFunctionArgs): Promise<FaultyData> {
  const { examId } = readDeskSearch(new URL(request.url).searchParams);
  const quiz = { courseId: params['courseId'] ?? '', lessonId: params['lessonId'] ?? '' };
  const query = { counted: 'all' as const, ...(examId && { examId }) };
  const statistics = await call(marking.readStatistics, { params: quiz, query }, { signal: request.signal });
  const item = numbered(statistics.items).find(({ questionId }) => questionId === params['questionId']);
  return { statistics, item, examId };
}
