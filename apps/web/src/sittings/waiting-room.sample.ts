// The waiting room on a device with its exam server, for tests of what comes before the start and of the start itself.
import { expect } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { showPage } from '../../test/page.js';
import { patterns, paths } from '../paths.js';
import { setMe } from '../platform/session.js';
import { takeHandedOver } from '../quizzes/attempt-copy.js';
import {
  attemptId,
  ExamServer,
  giveCaches,
  giveCrypto,
  lan,
  sampleSitting,
  sittingId,
} from './sittings.sample.js';

export const startPath = `/sittings/${sittingId}/start`;

/** A device that can open papers, with what it keeps, and the server of the exam; for every test anew. */
export function giveDevice() {
  giveCrypto(true);
  const kept = giveCaches();
  setMe(lan);
  return { kept, server: new ExamServer(sampleSitting()) };
}

/** After every test. */
export function takeDevice() {
  cleanup();
  takeHandedOver(attemptId);
  Reflect.deleteProperty(globalThis, 'caches');
}

/** The page of the sitting. */
export const openWaitingRoom = async () =>
  showPage({
    at: paths.sitting(sittingId),
    path: patterns.sitting,
    words: ['sittings'],
    module: await import('./sitting-page.js'),
    others: [patterns.attempt, patterns.result, patterns.checkIn, patterns.sittings, patterns.myLearning],
  });
type Router = Awaited<ReturnType<typeof openWaitingRoom>>;

export const isAt = (router: Router, path: string) =>
  waitFor(() => expect(router.state.location.pathname).toBe(path));

/** What is said aloud. */
export const said = () => screen.getAllByRole('status').map((one) => one.textContent);
