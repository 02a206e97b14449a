// The start of an exam on this device: asks for the key, opens the sealed paper, and puts the attempt where its page finds it.
import {
  sittings,
  type Attempt,
  type PaperQuestion,
  type Sitting,
  type SittingStart,
} from '@onetouch/contract';
import { call } from '../platform/call.js';
import { deviceId } from '../platform/device-id.js';
import { Problem } from '../platform/problem.js';
import { serverNow, withServerTime } from '../platform/server-clock.js';
import { handOverAttempt } from '../quizzes/attempt-copy.js';
import { canOpenPapers, openPaper } from './open-paper.js';
import { keepSitting } from './sitting-copy.js';

const timeoutMs = 20_000;
/** An answer under way and a clock measured roughly. */
const marginMs = 5_000;

function ask(sittingId: string, needsQuestions: boolean): Promise<SittingStart> {
  const request = { params: { sittingId }, body: { device: deviceId(), needsQuestions } };
  return withServerTime(
    () => call(sittings.start, request, { timeoutMs }),
    ({ state }) => state.serverTime,
  );
}

function attemptOf(sitting: Sitting, start: SittingStart, questions: PaperQuestion[]): Attempt {
  const { exam, enrolmentId } = sitting;
  const { startedAt, submittedAt, closedBy } = start.state;
  return {
    id: start.attemptId,
    number: 1,
    startedAt,
    submittedAt,
    closedBy,
    points: null,
    neededPoints: 0,
    possiblePoints: questions.reduce((sum, { points }) => sum + points, 0),
    hasPassed: null,
    enrolmentId,
    lessonId: exam.lessonId,
    examId: exam.id,
    examName: exam.name,
    courseSlug: exam.courseSlug,
    courseTitle: exam.courseTitle,
    title: exam.quizTitle,
    rule: exam.rule,
    questions,
    answers: [],
    attemptsAllowed: 1,
    state: start.state,
  };
}

/** Whether it began with this asking, or an earlier one of this device: only then has nobody answered anything yet. */
function isNew({ state }: SittingStart, firstAskedAt: number): boolean {
  const askedAt = serverNow() - (performance.now() - firstAskedAt);
  return state.device === deviceId() && Date.parse(state.startedAt) >= askedAt - marginMs;
}

/**
 * Begins, or goes on with what has begun, and answers the attempt's id: then go to `paths.attempt`. `firstAskedAt` is the
 * monotonic time of the first try. Throws what the server refuses with.
 */
export async function beginAttempt(sitting: Sitting, firstAskedAt: number): Promise<string> {
  const canOpen = sitting.sealedPaper !== null && canOpenPapers();
  const start = await ask(sitting.id, !canOpen);
  const { attemptId } = start;
  // An attempt that somebody worked on elsewhere is read by its page, with its answers.
  if (isNew(start, firstAskedAt)) {
    const opened = start.questions ?? (await openPaper(sitting, start.key));
    const questions = opened ?? (await ask(sitting.id, true)).questions;
    if (!questions) throw new Problem({ code: 'service.failed', status: 500 });
    await handOverAttempt(attemptOf(sitting, start, questions));
  }
  await keepSitting({ ...sitting, sealedPaper: null, attemptId });
  return attemptId;
}
