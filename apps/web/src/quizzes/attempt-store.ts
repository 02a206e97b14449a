// One attempt on one page: takes choices, keeps them through the outbox, and believes the server about what is saved.
// Other tabs of this device are told of every change, so that two tabs show the same and never undo each other.
import { quizzes, type Attempt, type SavedAnswer } from '@onetouch/contract';
import { call } from '../platform/call.js';
import {
  enqueue,
  flush,
  onRefused,
  onSent,
  outboxStatus,
  storeAgain,
  takeRefused,
} from '../platform/outbox.js';
import type { Problem } from '../platform/problem.js';
import { adopt, change, confirm, isUnconfirmed, type Answers, type AnswerState } from './answers.js';
import { dropAttempt, keepAttempt } from './attempt-copy.js';
import { answerKey, waitingAnswers, type LoadedAttempt } from './load-attempt.js';
import { OtherTabs, type TabNews } from './other-tabs.js';
import type { WaitingAnswer } from './send-answer.js';

export interface AttemptView {
  answers: Answers;
  /** Questions whose answer from this device lost against a newer one from elsewhere, and were not looked at since. */
  overruled: readonly string[];
  /** Handed in, here or elsewhere. */
  isClosed: boolean;
  /** Why the server took an answer not at all. */
  refusal: Problem | null;
}
const triesBeforeHandingIn = 3;
const pauseMs = 700;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class AttemptStore {
  readonly attempt: Attempt;
  private view: AttemptView;
  private readonly listeners = new Set<() => void>();
  private readonly tabs: OtherTabs;
  private refreshing: Promise<void> | null = null;

  constructor({ attempt, answers }: LoadedAttempt) {
    this.attempt = attempt;
    this.tabs = new OtherTabs(answerKey(attempt.id, ''), (news) => this.hear(news));
    this.view = { answers, overruled: [], isClosed: attempt.submittedAt !== null, refusal: null };
  }

  readonly snapshot = (): AttemptView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Starts listening to the outbox, to other tabs, and to coming back to this one; returns the way to stop. */
  readonly connect = (): (() => void) => {
    const start = answerKey(this.attempt.id, '');
    const isOurs = ({ kind, key }: { kind: string; key: string }) =>
      kind === 'answer' && key.startsWith(start);
    const look = () => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    document.addEventListener('visibilitychange', look);
    const stops = [
      onSent((news) => isOurs(news) && this.take(news.answer as SavedAnswer)),
      onRefused((news) => isOurs(news) && this.refuse(news.key.slice(start.length), news.problem)),
      () => document.removeEventListener('visibilitychange', look),
      this.tabs.listen(),
    ];
    void this.keepCopy();
    return () => stops.forEach((stop) => stop());
  };

  /** Takes a choice or a flag: shown at once, then kept on the device, then sent. */
  async put(questionId: string, wish: Partial<Pick<WaitingAnswer, 'optionIds' | 'isFlagged'>>) {
    const before = this.view.answers[questionId];
    if (!before || this.view.isClosed) return;
    const answer = change(before, wish);
    const { optionIds, isFlagged, sequence } = answer;
    this.set({ overruled: this.view.overruled.filter((id) => id !== questionId) });
    this.setAnswer(questionId, answer);
    await enqueue('answer', answerKey(this.attempt.id, questionId), { optionIds, isFlagged, sequence });
    if (outboxStatus().failedToStore > 0) return;
    this.edit(questionId, (now) => (now.sequence === sequence ? { ...now, isKept: true } : now));
    this.tabs.tell({ kind: 'changed', questionId, answer: { optionIds, isFlagged, sequence } });
  }

  /** The question was looked at again: what is said about it has been read. */
  look(questionId: string) {
    if (this.view.overruled.includes(questionId))
      this.set({ overruled: this.view.overruled.filter((id) => id !== questionId) });
  }

  /** Questions whose newest answer the server has not confirmed, in the order of the paper. */
  unconfirmed(): string[] {
    return this.attempt.questions
      .map(({ id }) => id)
      .filter((id) => {
        const answer = this.view.answers[id];
        return answer !== undefined && isUnconfirmed(answer);
      });
  }

  /** Something left the outbox, perhaps through another tab: asks the server where no receipt came here. */
  async settle() {
    const open = this.unconfirmed();
    if (open.length === 0 || outboxStatus().failedToStore > 0) return;
    const waiting = new Set((await waitingAnswers(this.attempt.id)).map(({ questionId }) => questionId));
    if (open.some((id) => !waiting.has(id))) await this.refresh();
  }

  /** Reads the attempt again and takes over what is newer; without a network nothing happens. */
  refresh(): Promise<void> {
    return (this.refreshing ??= this.readAgain()
      .catch(() => undefined)
      .finally(() => {
        this.refreshing = null;
      }));
  }

  /** Sends what waits, then hands in. Answers the questions that still wait: then nothing was handed in. */
  async handIn(): Promise<string[]> {
    if (outboxStatus().failedToStore > 0) await storeAgain();
    for (let tries = 0; tries < triesBeforeHandingIn && this.unconfirmed().length > 0; tries += 1) {
      if (tries > 0) await wait(pauseMs);
      await flush();
      await this.settle();
      if (!navigator.onLine) break;
    }
    const open = this.unconfirmed();
    if (open.length > 0 && !this.view.isClosed) return open;
    await call(quizzes.submit, { params: { attemptId: this.attempt.id } });
    await dropAttempt(this.attempt.id);
    this.tabs.tell({ kind: 'closed' });
    return [];
  }

  private async readAgain() {
    const attemptId = this.attempt.id;
    const waiting = new Set((await waitingAnswers(attemptId)).map(({ questionId }) => questionId));
    const fresh = await call(quizzes.readAttempt, { params: { attemptId } }, { isQuiet: true });
    fresh.answers.forEach((saved) => this.take(saved));
    if (fresh.submittedAt) return this.set({ isClosed: true });
    if (outboxStatus().failedToStore > 0) return;
    for (const id of this.unconfirmed()) {
      const answer = this.view.answers[id];
      if (!answer || waiting.has(id) || !answer.isKept) continue;
      const { optionIds, isFlagged, sequence } = answer;
      await enqueue('answer', answerKey(attemptId, id), { optionIds, isFlagged, sequence });
    }
  }

  private take(saved: SavedAnswer) {
    const before = this.view.answers[saved.questionId];
    if (!before) return;
    const { answer, isOverruled } = confirm(before, saved);
    if (answer === before) return;
    this.setAnswer(saved.questionId, answer);
    if (isOverruled) this.set({ overruled: [...new Set([...this.view.overruled, saved.questionId])] });
    void this.keepCopy();
    this.tabs.tell({ kind: 'saved', saved });
  }

  /** The server will never take it: shows what it has instead, and says so. */
  private refuse(questionId: string, problem: Problem) {
    void takeRefused('answer');
    this.edit(questionId, ({ saved }) => ({
      optionIds: saved?.optionIds ?? [],
      isFlagged: saved?.isFlagged ?? false,
      sequence: saved?.sequence ?? 0,
      saved,
      isKept: true,
    }));
    this.set({ refusal: problem, isClosed: this.view.isClosed || problem.code === 'attempt.closed' });
  }

  private hear(news: TabNews) {
    if (news.kind === 'changed') this.edit(news.questionId, (answer) => adopt(answer, news.answer));
    if (news.kind === 'saved') this.take(news.saved);
    if (news.kind === 'closed') this.set({ isClosed: true });
  }

  private keepCopy(): Promise<void> {
    const answers = Object.values(this.view.answers).flatMap(({ saved }) => saved ?? []);
    return keepAttempt({ ...this.attempt, answers });
  }

  private edit(questionId: string, by: (answer: AnswerState) => AnswerState) {
    const before = this.view.answers[questionId];
    if (before) this.setAnswer(questionId, by(before));
  }

  private setAnswer(questionId: string, answer: AnswerState) {
    this.set({ answers: { ...this.view.answers, [questionId]: answer } });
  }

  private set(wish: Partial<AttemptView>) {
    this.view = { ...this.view, ...wish };
    this.listeners.forEach((listener) => listener());
  }
}
