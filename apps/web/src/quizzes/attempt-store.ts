// One attempt on one page: takes choices, keeps them through the outbox, and believes the server about what is saved and about
// the clock. Other tabs of this device are told of every change, so that two tabs show the same and never undo each other.
import {
  quizzes,
  type AnswerFeedback,
  type AnswerReceipt,
  type Attempt,
  type AttemptState,
  type SavedAnswer,
} from '@onetouch/contract';
import { completeRule, type CompleteRule } from '@onetouch/domain';
import { call } from '../platform/call.js';
import { deviceId } from '../platform/device-id.js';
import { enqueue, onRefused, onSent, outboxStatus, takeRefused } from '../platform/outbox.js';
import type { Problem } from '../platform/problem.js';
import { serverNow, withServerTime } from '../platform/server-clock.js';
import {
  adopt,
  change,
  confirm,
  contentOf,
  isUnconfirmed,
  undone,
  type AnswerState,
  type Wish,
} from './answers.js';
import { clockNews, newerState } from './attempt-clock.js';
import { keepAttempt } from './attempt-copy.js';
import { AttemptPulse } from './attempt-pulse.js';
import { viewOf, type AttemptView } from './attempt-view.js';
import { isFirstLook } from './first-look.js';
import { answerKey, waitingAnswers, type LoadedAttempt } from './load-attempt.js';
import { OtherTabs, type TabNews } from './other-tabs.js';
import { send } from './send-answer.js';

export class AttemptStore {
  readonly attempt: Attempt;
  readonly rule: CompleteRule;
  private view: AttemptView;
  private readonly listeners = new Set<() => void>();
  private readonly drafts = new Set<() => Promise<void>>();
  private readonly tabs: OtherTabs;
  private readonly pulse: AttemptPulse;
  private refreshing: Promise<void> | null = null;

  constructor({ attempt, answers }: LoadedAttempt) {
    this.attempt = attempt;
    this.rule = completeRule(attempt.rule);
    this.tabs = new OtherTabs(answerKey(attempt.id, ''), (news) => this.hear(news));
    this.pulse = new AttemptPulse({
      attemptId: attempt.id,
      waiting: () => this.unconfirmed().length,
      isStopped: () => this.view.state.pausedAt !== null,
      onState: (state) => this.takeState(state),
    });
    this.view = { answers, news: null, overruled: [], refusal: null, ...viewOf(attempt.state) };
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
      onSent((news) => isOurs(news) && this.receive(news.answer as AnswerReceipt)),
      onRefused((news) => isOurs(news) && this.refuse(news.key.slice(start.length), news.problem)),
      () => document.removeEventListener('visibilitychange', look),
      this.tabs.listen(),
      this.pulse.start(),
    ];
    void this.keepCopy();
    if (isFirstLook(this.attempt.id) && this.view.state.device !== deviceId()) void this.takeOver();
    return () => stops.forEach((stop) => stop());
  };

  /** Takes a choice, a text or a flag: shown at once, then kept on the device, then sent. */
  async put(questionId: string, wish: Wish) {
    const before = this.view.answers[questionId];
    if (!before || before.isFinal || this.view.isClosed) return;
    const answeredAt = this.timeOfAnswer();
    const answer = { ...change(before, wish), answeredAt };
    const content = contentOf(answer);
    this.set({ overruled: this.view.overruled.filter((id) => id !== questionId) });
    this.setAnswer(questionId, answer);
    const answered = { ...content, answeredAt, device: deviceId() };
    await enqueue('answer', answerKey(this.attempt.id, questionId), answered);
    if (outboxStatus().failedToStore > 0) return;
    this.edit(questionId, (now) => (now.sequence === content.sequence ? { ...now, isKept: true } : now));
    this.tabs.tell({ kind: 'changed', questionId, answer: content });
  }

  /** The question was looked at again: what is said about it has been read. */
  look(questionId: string) {
    if (this.view.overruled.includes(questionId))
      this.set({ overruled: this.view.overruled.filter((id) => id !== questionId) });
  }

  /** Puts away what was said about the clock, or why an answer was refused. */
  dismiss() {
    this.set({ news: null, refusal: null });
  }

  /** Goes on with the attempt on this device; answers whether the server heard it. */
  async takeOver(): Promise<boolean> {
    const isHeard = await this.pulse.beat(true);
    if (isHeard) await this.refresh();
    return isHeard;
  }

  /** Asks the server for the clock now; answers whether it did. */
  ask(): Promise<boolean> {
    return this.pulse.beat();
  }

  /** While a text is being written it is put only now and then; `flush` puts it at once. Returns the way to stop. */
  addDraft(flush: () => Promise<void>): () => void {
    this.drafts.add(flush);
    return () => this.drafts.delete(flush);
  }

  /** Puts every text as it stands. */
  async putDrafts() {
    await Promise.all([...this.drafts].map((flush) => flush()));
  }

  /** Asks again how a final answer did: the receipt of the same answer says it. */
  async askFeedback(questionId: string) {
    const answer = this.view.answers[questionId];
    if (!answer?.saved?.isFinal || answer.feedback) return;
    const key = answerKey(this.attempt.id, questionId);
    const item = {
      id: 0,
      personId: '',
      kind: 'answer',
      key,
      enqueuedAt: '',
      payload: contentOf(answer.saved),
    };
    const receipt = await send([item]).catch(() => null);
    if (receipt) this.receive(receipt);
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

  /** Tells the other tabs what the server says about the clock. */
  tellOthers(state: AttemptState) {
    this.tabs.tell({ kind: 'state', state });
  }

  private takeState(heard: AttemptState) {
    if (!this.adoptState(heard)) return;
    void this.keepCopy();
    this.tellOthers(heard);
  }

  private adoptState(heard: AttemptState): boolean {
    const before = this.view.state;
    const after = newerState(before, heard);
    if (after === before) return false;
    // What was written and not put yet was written in time.
    if (after.submittedAt && !this.view.isClosed) void this.putDrafts();
    const news = clockNews(before, after) ?? this.view.news;
    this.set({ ...viewOf(after), news });
    if (after.pausedAt && !before.pausedAt) this.pulse.hasten();
    const facts = ({ deadlineAt, pausedAt, submittedAt, voidedAt, device }: AttemptState) =>
      [deadlineAt, pausedAt, submittedAt, voidedAt, device].join();
    return facts(before) !== facts(after);
  }

  /** Nothing can be given after the end: what is put in the last moment was given before it. */
  private timeOfAnswer(): string {
    const { deadlineAt, pausedAt } = this.view.state;
    const end = pausedAt ?? deadlineAt;
    return new Date(Math.min(serverNow(), end ? Date.parse(end) : Infinity)).toISOString();
  }

  private async readAgain() {
    const attemptId = this.attempt.id;
    const waiting = new Set((await waitingAnswers(attemptId)).map(({ questionId }) => questionId));
    const fresh = await withServerTime(
      () => call(quizzes.readAttempt, { params: { attemptId } }, { isQuiet: true }),
      ({ state }) => state.serverTime,
    );
    fresh.answers.forEach((saved) => this.take(saved));
    this.takeState(fresh.state);
    if (fresh.submittedAt || outboxStatus().failedToStore > 0) return;
    for (const id of this.unconfirmed()) {
      const answer = this.view.answers[id];
      if (!answer || waiting.has(id) || !answer.isKept) continue;
      // The time of the choice and not of this look: it may decide whether the answer still counts.
      const answeredAt = answer.answeredAt ?? this.timeOfAnswer();
      const answered = { ...contentOf(answer), answeredAt, device: deviceId() };
      await enqueue('answer', answerKey(attemptId, id), answered);
    }
  }

  private receive({ state, feedback, ...saved }: AnswerReceipt) {
    this.take(saved, feedback);
    this.takeState(state);
  }

  private take(saved: SavedAnswer, feedback: AnswerFeedback | null = null) {
    const before = this.view.answers[saved.questionId];
    if (!before) return;
    const { answer: confirmed, isOverruled } = confirm(before, saved);
    const isNews = feedback !== null && before.feedback === null;
    if (confirmed === before && !isNews) return;
    this.setAnswer(saved.questionId, isNews ? { ...confirmed, feedback } : confirmed);
    if (isOverruled) this.set({ overruled: [...new Set([...this.view.overruled, saved.questionId])] });
    void this.keepCopy();
    this.tabs.tell({ kind: 'saved', saved, feedback });
  }

  /** The server will never take it: shows what it has instead, and says so. */
  private refuse(questionId: string, problem: Problem) {
    void takeRefused('answer');
    this.edit(questionId, undone);
    const isShut = problem.code === 'attempt.closed' || problem.code === 'attempt.too-late';
    this.set({ refusal: problem, isClosed: this.view.isClosed || isShut });
    if (isShut || problem.code === 'attempt.answer-final') void this.refresh();
  }

  private hear(news: TabNews) {
    if (news.kind === 'changed') this.edit(news.questionId, (answer) => adopt(answer, news.answer));
    if (news.kind === 'saved') this.take(news.saved, news.feedback);
    if (news.kind === 'state') this.adoptState(news.state);
  }

  private keepCopy(): Promise<void> {
    const answers = Object.values(this.view.answers).flatMap(({ saved }) => saved ?? []);
    return keepAttempt({ ...this.attempt, answers, state: this.view.state });
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
