// The start of an exam: the attempt is opened and the key to the sealed paper leaves the server, never before. Starts of the same moment
// share their statements; whoever is held up by somebody else is left out of the batch and tries again, so that nobody waits for anybody.
import { setTimeout as pause } from 'node:timers/promises';
import { deadlineOf, lastStartOf, startWaitMs } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { ExamPapers } from '../exams/exam-papers.js';
import type { SealedPaperRow } from '../exams/seal-paper.js';
import { Clock } from '../platform/clock.js';
import { Batches, usualLimits } from '../platform/database/batches.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import type { AttemptClock } from '../quizzes/attempt-state.js';
import { pauseAttempts } from '../quizzes/attempt-times.js';
import { type AttemptToOpen, openAttempts } from '../quizzes/open-attempt.js';
import { isInside } from '../quizzes/quiz-gate.js';
import { StartsFirst } from '../quizzes/starts-first.js';
import { type ExamPlan, SittingFacts, type StartFacts } from './sitting-facts.js';

export interface StartWish {
  sittingId: string;
  personId: string;
  address: string;
  device: string | null;
}

export interface Started {
  attemptId: string;
  paperId: string;
  key: Buffer;
  clock: AttemptClock;
}

/** `busy`: somebody else holds a row of it just now. */
type Outcome = Started | Problem | 'busy';
type Plans = ReadonlyMap<string, ExamPlan>;

/** A candidate who may begin, with a paper. */
interface Beginner {
  wish: StartWish;
  facts: StartFacts;
  plan: ExamPlan;
}

const triesWhileBusy = 100;
const betweenTriesMs = 50;

function isOver(facts: StartFacts, plan: ExamPlan, now: Date): boolean {
  return facts.releasedAt !== null || now >= lastStartOf(facts, plan.rule);
}

function begun(facts: StartFacts): Started | null {
  const { attemptId, clock, paperId, key } = facts;
  return attemptId && clock && paperId && key ? { attemptId, clock, paperId, key } : null;
}

@Injectable()
export class StartSitting {
  private readonly starts: Batches<StartWish, Outcome>;

  constructor(
    private readonly database: Database,
    private readonly sittings: SittingFacts,
    private readonly papers: ExamPapers,
    private readonly clock: Clock,
    startsFirst: StartsFirst,
  ) {
    this.starts = new Batches((wishes) => this.startMany(wishes), { ...usualLimits, first: startsFirst });
  }

  /** A new attempt, or the one that has begun with the clock that it has. */
  async start(wish: StartWish): Promise<Started> {
    for (let tried = 0; tried < triesWhileBusy; tried += 1) {
      const outcome = await this.starts.add(wish);
      if (outcome instanceof Problem) throw outcome;
      if (outcome !== 'busy') return outcome;
      await pause(betweenTriesMs);
    }
    throw new Problem('service.unavailable', { retryAt: new Date(this.clock.now().getTime() + 1_000) });
  }

  /** Looks before it locks: refusals and second starts cost one read. */
  private async startMany(wishes: readonly StartWish[]): Promise<Outcome[]> {
    const now = this.clock.now();
    const ids = [...new Set(wishes.map((wish) => wish.sittingId))];
    const facts = await this.sittings.read(this.database, ids);
    const plans = await this.sittings.readPlans(
      [...facts.values()].filter((one) => one.checkedInAt && now >= one.startsAt).map((one) => one.examId),
    );
    const verdicts = wishes.map((wish) => this.judge(wish, facts.get(wish.sittingId), { plans, now }));
    const beginners = wishes.filter((_wish, index) => verdicts[index] === 'begin');
    const opened = beginners.length > 0 ? await this.open(beginners, plans) : new Map<string, Outcome>();
    return wishes.map((wish, index) => {
      const verdict = verdicts[index] ?? 'busy';
      return verdict === 'begin' ? (opened.get(wish.sittingId) ?? 'busy') : verdict;
    });
  }

  private judge(
    { personId, address }: StartWish,
    facts: StartFacts | undefined,
    { plans, now }: { plans: Plans; now: Date },
  ): Started | Problem | 'begin' {
    if (!facts || facts.personId !== personId) return new Problem('exam.not-found');
    if (!facts.checkedInAt) return new Problem('candidate.not-checked-in');
    if (now < facts.startsAt) return new Problem('exam.not-started', { retryAt: facts.startsAt });
    const plan = plans.get(facts.examId);
    if (!plan) return new Problem('exam.not-found');
    if (!isInside(plan.networks, address)) return new Problem('quiz.network');
    const started = begun(facts);
    if (started) return started;
    return isOver(facts, plan, now) ? new Problem('exam.over') : 'begin';
  }

  /** Opens what is free in one transaction; the facts are read again under the lock, because they decide. */
  private open(wishes: readonly StartWish[], plans: Plans): Promise<Map<string, Outcome>> {
    const byId = new Map(wishes.map((wish) => [wish.sittingId, wish]));
    return this.database.transaction(async (transaction) => {
      const free = await this.sittings.lockFree(transaction, [...byId.keys()]);
      const outcomes = new Map<string, Outcome>();
      if (free.length === 0) return outcomes;
      const facts = await this.sittings.read(transaction, free);
      const now = this.clock.now();
      const beginners: Beginner[] = [];
      for (const [id, one] of facts) {
        const wish = byId.get(id);
        const plan = plans.get(one.examId);
        if (!wish || !plan) continue;
        const verdict = this.judge(wish, one, { plans, now });
        if (verdict === 'begin') beginners.push({ wish, facts: one, plan });
        else outcomes.set(id, verdict);
      }
      const ready = await this.withPapers(transaction, beginners);
      for (const [id, started] of await this.begin(transaction, ready, now)) outcomes.set(id, started);
      return outcomes;
    });
  }

  /** Whoever was added late may have none yet; those of one exam are drawn together. */
  private async withPapers(transaction: Transaction, beginners: readonly Beginner[]): Promise<Beginner[]> {
    const bare = beginners.filter(({ facts }) => facts.paperId === null);
    const papers = new Map<string, SealedPaperRow>();
    for (const [examId, some] of Map.groupBy(bare, ({ facts }) => facts.examId)) {
      const [first] = some;
      if (!first) continue;
      const wish = { examId, candidateIds: some.map(({ facts }) => facts.id), version: first.plan.version };
      for (const [id, paper] of await this.papers.giveMany(transaction, wish)) papers.set(id, paper);
    }
    return beginners.map((one) => ({ ...one, facts: { ...one.facts, ...papers.get(one.facts.id) } }));
  }

  private async begin(
    transaction: Transaction,
    beginners: readonly Beginner[],
    now: Date,
  ): Promise<Map<string, Started>> {
    const started = new Map<string, Started>();
    if (beginners.length === 0) return started;
    const opened = await openAttempts(
      transaction,
      beginners.map((beginner) => this.attemptOf(beginner, now)),
    );
    const paused = await this.stopInPausedRooms(transaction, beginners, now);
    for (const [index, { facts }] of beginners.entries()) {
      const attempt = opened[index];
      if (!attempt || !facts.key) throw new Error(`sitting ${facts.id} was not opened`);
      const { id: attemptId, paperId } = attempt;
      const clock = paused.has(attemptId) ? { ...attempt, pausedAt: now } : attempt;
      started.set(facts.id, { attemptId, paperId, key: facts.key, clock });
    }
    return started;
  }

  /** The clock begins when the key is handed out, so the wait of the spread is given back; it only moves the end of the window. */
  private attemptOf({ wish, facts, plan }: Beginner, now: Date): AttemptToOpen {
    const { paperId, neededPoints, possiblePoints } = facts;
    if (paperId === null || neededPoints === null || possiblePoints === null)
      throw new Error(`sitting ${facts.id} has no paper`);
    const extraSeconds = facts.extraMinutes * 60;
    const deadlineAt = deadlineOf({
      startedAt: now,
      timeLimitMinutes: plan.rule.timeLimitMinutes,
      extraSeconds,
      closesAt: facts.attemptNumber > 1 ? null : facts.closesAt,
      waitMs: startWaitMs(facts.id, plan.spreadSeconds),
    });
    return {
      personId: facts.personId,
      enrolmentId: facts.enrolmentId,
      lessonId: plan.lessonId,
      versionId: plan.version.id,
      examId: facts.examId,
      number: facts.attemptNumber,
      paperId,
      rule: plan.rule,
      startedAt: now,
      deadlineAt,
      extraSeconds,
      device: wish.device,
      isHeld: plan.release === 'by-person',
      neededPoints,
      possiblePoints,
    };
  }

  /** Whoever begins in a room whose clocks stand still begins with a clock that stands still; answers their attempts. */
  private async stopInPausedRooms(
    transaction: Transaction,
    beginners: readonly Beginner[],
    now: Date,
  ): Promise<Set<string>> {
    const stopped = beginners.filter(({ facts }) => facts.roomPausedAt !== null);
    const byExam = Map.groupBy(stopped, ({ facts }) => facts.examId);
    const paused = new Set<string>();
    for (const [examId, some] of byExam) {
      const lessonId = some[0]?.plan.lessonId ?? '';
      const enrolmentIds = some.map(({ facts }) => facts.enrolmentId);
      const moved = await pauseAttempts(transaction, { lessonId, examId, enrolmentIds, now });
      for (const { id } of moved) paused.add(id);
    }
    return paused;
  }
}
