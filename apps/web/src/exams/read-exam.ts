// What the page of one exam asks for: the exam, and what the view at hand shows.
import { exams, type ExamDetail, invigilation, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs } from 'react-router';
import { call } from '../platform/call.js';
import { isProblem, type Problem } from '../platform/problem.js';
import { cursorName } from '../ui/pager.js';
import { type Filters, isFiltered, noRoom, readFilters, readView, rowsPerPage, type View } from './views.js';

export type CandidatePage = ResponseOf<typeof exams.listCandidates>;
export type ResultPage = ResponseOf<typeof exams.listResults>;
export type EventPage = ResponseOf<typeof invigilation.listEvents>;
/** A part of the page, or why there is none; null in the other views. */
export type Part<T> = T | Problem | null;

export interface ExamData {
  exam: ExamDetail;
  view: View;
  filters: Filters;
  candidates: Part<CandidatePage>;
  /** Candidates without a room, before all others; null when they are not asked for apart. */
  roomless: Part<CandidatePage>;
  results: Part<ResultPage>;
  events: Part<EventPage>;
}

interface Wish {
  examId: string;
  filters: Filters;
  cursor: string | undefined;
  signal: AbortSignal;
}

async function partOf<T>(work: Promise<T>): Promise<T | Problem> {
  try {
    return await work;
  } catch (error) {
    if (isProblem(error) && error.status !== 401) return error;
    throw error;
  }
}

function readCandidates({ examId, filters, cursor, signal }: Wish, roomId: string) {
  const query = { q: filters.q, roomId: roomId || undefined, cursor, limit: rowsPerPage };
  return partOf(call(exams.listCandidates, { params: { examId }, query }, { signal }));
}

function readResults({ examId, filters, cursor, signal }: Wish) {
  const { q, room, status, isLate } = filters;
  const query = {
    q,
    roomId: room || undefined,
    status: status ?? undefined,
    late: isLate ? ('true' as const) : undefined,
    cursor,
    limit: rowsPerPage,
  };
  return partOf(call(exams.listResults, { params: { examId }, query }, { signal }));
}

function readEvents({ examId, filters, cursor, signal }: Wish) {
  const query = { roomId: filters.room || undefined, cursor, limit: rowsPerPage };
  return partOf(call(invigilation.listEvents, { params: { examId }, query }, { signal }));
}

/** The exam and the view; without the exam there is no page. */
export async function readExam({ request, params }: LoaderFunctionArgs): Promise<ExamData> {
  const { searchParams } = new URL(request.url);
  const view = readView(searchParams);
  const filters = readFilters(searchParams);
  const examId = params['examId'] ?? '';
  const cursor = searchParams.get(cursorName) ?? undefined;
  const wish: Wish = { examId, filters, cursor, signal: request.signal };
  const isWhole = view === 'candidates' && !isFiltered(filters) && cursor === undefined;
  const [exam, candidates, roomless, results, events] = await Promise.all([
    call(exams.read, { params: { examId } }, { signal: request.signal }),
    view === 'candidates' ? readCandidates(wish, filters.room) : null,
    isWhole ? readCandidates(wish, noRoom) : null,
    view === 'results' ? readResults(wish) : null,
    view === 'record' ? readEvents(wish) : null,
  ]);
  return { exam, view, filters, candidates, roomless, results, events };
}
