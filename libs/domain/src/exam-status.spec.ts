// The morning by the clock: where the exam stands, where each candidate is, and counts that add up.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  candidateStatus,
  countRoom,
  examStatus,
  type CandidateFacts,
  type CandidateStatus,
  type ExamFacts,
} from './exam-status.js';

const at = (time: string) => new Date(`2026-05-05T${time}Z`);
const exam: ExamFacts = {
  checkInOpensAt: at('07:00:00'),
  startsAt: at('08:00:00'),
  closesAt: at('09:30:00'),
  releasedAt: null,
  candidateCount: 3_600,
  preparedCount: 3_599,
};

describe('an exam', () => {
  const cases: { name: string; over: Partial<ExamFacts>; now: string; status: string }[] = [
    { name: 'is planned while a paper is missing', over: {}, now: '06:00:00', status: 'planned' },
    {
      name: 'is ready with the last paper',
      over: { preparedCount: 3_600 },
      now: '06:00:00',
      status: 'ready',
    },
    {
      name: 'is not ready without candidates',
      over: { candidateCount: 0, preparedCount: 0 },
      now: '06:00:00',
      status: 'planned',
    },
    {
      name: 'is in check-in from its opening, prepared or not',
      over: {},
      now: '07:00:00',
      status: 'check-in',
    },
    { name: 'is in check-in up to the start', over: {}, now: '07:59:59.999', status: 'check-in' },
    { name: 'runs from the start', over: {}, now: '08:00:00', status: 'running' },
    { name: 'runs up to its close', over: {}, now: '09:29:59.999', status: 'running' },
    { name: 'is over at its close', over: {}, now: '09:30:00', status: 'over' },
    {
      name: 'runs on for those who were given time',
      over: { lastDeadlineAt: at('09:40:00') },
      now: '09:35:00',
      status: 'running',
    },
    {
      name: 'is over with the last of them',
      over: { lastDeadlineAt: at('09:40:00') },
      now: '09:40:00',
      status: 'over',
    },
    { name: 'is released', over: { releasedAt: at('10:00:00') }, now: '10:00:00', status: 'released' },
  ];
  it.each(cases)('$name', ({ over, now, status }) => {
    expect(examStatus({ ...exam, ...over }, at(now))).toBe(status);
  });
});

const atWork: CandidateFacts = {
  checkedInAt: at('07:30:00'),
  startedAt: at('08:00:10'),
  submittedAt: null,
  pausedAt: null,
  lastSeenAt: at('08:20:00'),
};

describe('a candidate', () => {
  const cases: { name: string; over: Partial<CandidateFacts>; now: string; status: CandidateStatus }[] = [
    {
      name: 'is absent before check-in',
      over: { checkedInAt: null, startedAt: null, lastSeenAt: null },
      now: '08:20:00',
      status: 'absent',
    },
    {
      name: 'is checked in before the own start',
      over: { startedAt: null, lastSeenAt: null },
      now: '08:20:00',
      status: 'checked-in',
    },
    { name: 'works 75 seconds after the last sign', over: {}, now: '08:21:15', status: 'working' },
    { name: 'is offline after that', over: {}, now: '08:21:15.001', status: 'offline' },
    {
      name: 'has the same 75 seconds for the first sign',
      over: { lastSeenAt: null },
      now: '08:01:25',
      status: 'working',
    },
    {
      name: 'is offline without a first sign',
      over: { lastSeenAt: null },
      now: '08:01:25.001',
      status: 'offline',
    },
    {
      name: 'is paused rather than offline',
      over: { pausedAt: at('08:20:00') },
      now: '09:00:00',
      status: 'paused',
    },
    {
      name: 'has submitted, whatever else',
      over: { pausedAt: at('08:20:00'), submittedAt: at('08:40:00') },
      now: '09:00:00',
      status: 'submitted',
    },
  ];
  it.each(cases)('$name', ({ over, now, status }) => {
    expect(candidateStatus({ ...atWork, ...over }, at(now))).toBe(status);
  });
});

describe('the counts of a room', () => {
  it('count somebody whose clock is stopped as working', () => {
    expect(
      countRoom(['paused', 'working', 'absent', 'checked-in', 'offline', 'submitted', 'submitted']),
    ).toEqual({
      candidates: 7,
      checkedIn: 1,
      working: 2,
      offline: 1,
      submitted: 2,
      absent: 1,
    });
  });

  it('count everybody once', () => {
    const statuses = fc.array(
      fc.constantFrom<CandidateStatus>('absent', 'checked-in', 'working', 'offline', 'paused', 'submitted'),
    );
    fc.assert(
      fc.property(statuses, (list) => {
        const { candidates, checkedIn, working, offline, submitted, absent } = countRoom(list);
        expect(candidates).toBe(list.length);
        expect(checkedIn + working + offline + submitted + absent).toBe(candidates);
      }),
    );
  });
});
