// The page of one exam with its small server, for tests of what comes before and after it.
import { showPage } from '../../test/page.js';
import { fakeServer } from '../../test/server.js';
import * as page from './exam-page.js';
import { exam, examId } from './exams.sample.js';

export const path = `/exams/${examId}`;

/** A server that has the exam, and a device that kept nothing; for every test anew. */
export function giveExam() {
  localStorage.clear();
  return fakeServer({ [`GET ${path}`]: () => exam() });
}

/** The page. */
export const showExam = (search = '') =>
  showPage({
    at: `/ky-thi/${examId}${search}`,
    path: '/ky-thi/:examId',
    words: ['exams', 'places'],
    module: page,
    others: ['/coi-thi/:examId'],
  });
