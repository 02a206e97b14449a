// What the pages of this room ask the server for. Each reading of the board also measures the server's clock.
import { invigilation, type Board, type FoundCandidate, type ResponseOf } from '@onetouch/contract';
import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router';
import { call, urlOf } from '../platform/call.js';
import { Problem } from '../platform/problem.js';
import { withServerTime } from '../platform/server-clock.js';
import type { Find } from '../ui/use-found.js';
import { roomOf } from './board-state.js';
import type { Stream } from './board-line.js';

export type OwnRooms = ResponseOf<typeof invigilation.listRooms>['items'];
export type Events = ResponseOf<typeof invigilation.listEvents>;

/** A board that does not answer in this time is as good as lost. */
const timeoutMs = 8_000;

/** Which board: that of an exam, or of one room of it. */
export interface BoardAddress {
  examId: string;
  roomId: string | null;
}

const queryOf = ({ roomId }: BoardAddress) => (roomId === null ? {} : { roomId });

/** The board as the server has it now. */
export function readBoard(address: BoardAddress, signal?: AbortSignal): Promise<Board> {
  const request = { params: { examId: address.examId }, query: queryOf(address) };
  const options = { timeoutMs, ...(signal && { signal }) };
  return withServerTime(
    () => call(invigilation.readBoard, request, options),
    ({ serverTime }) => serverTime,
  );
}

/** Finds candidates of the whole exam, for a field that asks while one types. */
export function findCandidates(examId: string): Find<FoundCandidate> {
  return async (q, signal) =>
    (await call(invigilation.findCandidates, { params: { examId }, query: { q } }, { signal, timeoutMs }))
      .items;
}

/** News of a board; null in a browser that knows no such streams. */
export function openStream(address: BoardAddress): Stream | null {
  if (typeof EventSource === 'undefined') return null;
  const params = { examId: address.examId };
  const source = new EventSource(urlOf(invigilation.followBoard, { params, query: queryOf(address) }));
  const stream: Stream = { onmessage: null, onalive: null, onerror: null, close: () => source.close() };
  source.onmessage = ({ data }: MessageEvent<string>) => stream.onmessage?.({ data });
  source.addEventListener('alive', ({ data }: MessageEvent<string>) => stream.onalive?.({ data }));
  source.onerror = () => stream.onerror?.();
  return stream;
}

/** One page of the record of a room, the newest first. */
export function readEvents({ examId, roomId }: BoardAddress, cursor?: string): Promise<Events> {
  const query = { ...(roomId !== null && { roomId }), ...(cursor !== undefined && { cursor }), limit: 20 };
  return call(invigilation.listEvents, { params: { examId }, query });
}

export interface RoomData {
  board: Board;
  roomId: string;
}

/** For the page of one room. A room that is gone meanwhile is not found. */
export async function loadRoom({ params, request }: LoaderFunctionArgs): Promise<RoomData> {
  const roomId = params['roomId'] ?? '';
  const board = await readBoard({ examId: params['examId'] ?? '', roomId }, request.signal);
  if (!roomOf(board, roomId)) throw new Problem({ code: 'room.not-found', status: 404 });
  return { board, roomId };
}

/** For the page of a whole exam. */
export function loadBoard({ params, request }: LoaderFunctionArgs): Promise<Board> {
  return readBoard({ examId: params['examId'] ?? '', roomId: null }, request.signal);
}

/** For the list of the own rooms. */
export async function loadRooms({ request: { signal } }: LoaderFunctionArgs): Promise<OwnRooms> {
  return (await call(invigilation.listRooms, {}, { signal })).items;
}

/** Read again only for another exam or room: what happens within the page comes by the line. */
export function isAnotherBoard({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams['examId'] !== nextParams['examId'] || currentParams['roomId'] !== nextParams['roomId'];
}
