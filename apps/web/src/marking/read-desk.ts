// What the desk of a quiz asks for: its figures always, and what the view at hand shows.
import {
  exams,
  extensions,
  marking,
  type Correction,
  type ExamRow,
  type QuizStatistics,
  type ResponseOf,
} from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { readMe } from '../platform/session.js';
import { type DeskSearch, readDeskSearch } from './desk-search.js';

export type ExtensionPage = ResponseOf<typeof extensions.list>;
export type LatePage = ResponseOf<typeof marking.listLate>;
/** A part of the page, or why there is none; null in the other views. */
export type Part<T> = T | Problem | null;

export interface DeskData {
  search: DeskSearch;
  statistics: QuizStatistics;
  /** Exams of this quiz that the reader runs. */
  exams: Pick<ExamRow, 'id' | 'name'>[];
  corrections: Part<Correction[]>;
  extensions: Part<ExtensionPage>;
  late: Part<LatePage>;
}

/** Extensions, or attempts with late answers. */
export const rowsPerPage = 20;
/** Among these the exams of the quiz are looked for; the latest come first. */
const examsLookedAt = 200;

async function partOf<T>(work: Promise<T>): Promise<T | Problem> {
  try {
    return await work;
  } catch (error) {
    if (isProblem(error) && error.status !== 401) return error;
    throw error;
  }
}

/** A filter that does not come is no reason for no page. */
async function readExams(lessonId: string, signal: AbortSignal): Promise<DeskData['exams']> {
  const me = await readMe();
  if (!me?.abilities.coordinate) return [];
  const page = await partOf(call(exams.list, { query: { limit: examsLookedAt } }, { signal }));
  return isProblem(page) ? [] : page.items.filter((exam) => exam.lessonId === lessonId);
}

/** The desk; without the figures there is no page. */
export async function readDesk({ request, params }: LoaderFunctionArgs): Promise<DeskData> {
  const { signal } = request;
  const search = readDeskSearch(new URL(request.url).searchParams);
  const quiz = { courseId: params['courseId'] ?? '', lessonId: params['lessonId'] ?? '' };
  const { view, counted, examId, cursor } = search;
  const isExam = view === 'statistics' && examId !== '';
  const query = { counted, ...(isExam && { examId }) };
  const part = { cursor, limit: rowsPerPage };
  const [statistics, found, corrections, extended, late] = await Promise.all([
    call(marking.readStatistics, { params: quiz, query }, { signal }),
    view === 'statistics' ? readExams(quiz.lessonId, signal) : [],
    view === 'corrections'
      ? partOf(call(marking.listCorrections, { params: quiz }, { signal }).then(({ items }) => items))
      : null,
    view === 'extensions' ? partOf(call(extensions.list, { params: quiz, query: part }, { signal })) : null,
    view === 'late' ? partOf(call(marking.listLate, { params: quiz, query: part }, { signal })) : null,
  ]);
  return { search, statistics, exams: found, corrections, extensions: extended, late };
}
