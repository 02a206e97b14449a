// The page of one room with its small server and its line of news, for tests of the board and of what is done there.
import { screen } from '@testing-library/react';
import { showPage } from '../../test/page.js';
import { fakeServer } from '../../test/server.js';
import { forgetServerClock } from '../platform/server-clock.js';
import { FakeStream } from './fake-stream.sample.js';
import { board, examEvent, examId, roomId } from './invigilation.sample.js';
import * as page from './room-page.js';

export const readPath = `/exams/${examId}/board`;

/** A server that has the board and the record, and a browser that can listen; for every test anew. */
export function giveRoom() {
  FakeStream.all = [];
  Object.assign(globalThis, { EventSource: FakeStream });
  forgetServerClock();
  return fakeServer({
    [`GET ${readPath}`]: () => board(),
    [`GET /exams/${examId}/events`]: () => ({ items: [examEvent()], next: null }),
  });
}

/** After every test. */
export function takeRoom() {
  Reflect.deleteProperty(globalThis, 'EventSource');
}

/** The page, once it has its heading. */
export async function showRoom(search = '') {
  const router = await showPage({
    at: `/coi-thi/${examId}/phong/${roomId}${search}`,
    path: '/coi-thi/:examId/phong/:roomId',
    words: ['invigilation', 'sittings'],
    module: page,
  });
  await screen.findByRole('heading', { level: 1 });
  return router;
}
