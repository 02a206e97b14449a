// An attempt and a small server for tests: keeps answers by sequence, has a clock of its own, and can be cut off.
import type { AnswerFeedback, Attempt, AttemptState, Me, SavedAnswer } from '@onetouch/contract';

export const attemptId = '0190c8f0-0000-7000-8000-000000000001';
export const lan = { id: 'lan', fullName: 'Lê Thị Lan' } as Me;

/** Three questions, the second with several answers, all free to change. */
export function sampleAttempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: attemptId,
    number: 1,
    startedAt: '2026-11-21T02:30:00.000Z',
    submittedAt: null,
    closedBy: null,
    points: null,
    neededPoints: 2_000,
    possiblePoints: 3_000,
    hasPassed: null,
    enrolmentId: 'e1',
    lessonId: 'l1',
    examId: null,
    examName: null,
    courseSlug: 'an-toan',
    courseTitle: { vi: 'Dùng điện thoại an toàn', en: 'Safe phones' },
    title: { vi: 'Bài kiểm tra cuối khóa', en: 'Final test' },
    rule: { draw: 3, passPercent: 60, attemptsAllowed: 3, pauseMinutes: 0, requiresLessons: false },
    questions: ['q1', 'q2', 'q3'].map((id, index) => ({
      id,
      kind: index === 1 ? 'multiple' : 'single',
      prompt: `Nội dung ${index + 1}?`,
      options: ['a', 'b', 'c'].map((option) => ({ id: option, text: `Đáp án ${option} của ${index + 1}` })),
      points: 1_000,
      maxWords: null,
    })),
    answers: [],
    attemptsAllowed: 3,
    state: sampleState(),
    ...change,
  };
}

/** A clock without an end, for this device, unless told otherwise. */
export function sampleState(change: Partial<AttemptState> = {}): AttemptState {
  return {
    serverTime: new Date().toISOString(),
    startedAt: '2026-11-21T02:30:00.000Z',
    deadlineAt: null,
    pausedAt: null,
    submittedAt: null,
    closedBy: null,
    voidedAt: null,
    device: null,
    ...change,
  };
}

/** What the server keeps of an answer. */
export function savedAs(change: Partial<SavedAnswer> & { questionId: string }): SavedAnswer {
  return {
    optionIds: [],
    text: '',
    isFlagged: false,
    isFinal: false,
    sequence: 1,
    savedAt: '2026-11-21T02:41:12.000Z',
    isLate: false,
    receipt: '7F2A',
    ...change,
  };
}

export interface SavedBody {
  optionIds: string[];
  text: string;
  isFlagged: boolean;
  isFinal: boolean;
  sequence: number;
  answeredAt?: string;
  device?: string;
}
export interface BeatBody {
  device: string;
  waiting: number;
  takesOver: boolean;
}

/** Answers every request of the attempt page in place of `fetch`. */
export class SmallServer {
  readonly saved = new Map<string, SavedAnswer>();
  readonly bodies: SavedBody[] = [];
  readonly beats: BeatBody[] = [];
  isReachable = true;
  /** The network goes as soon as the next sign of life was answered. */
  goesAfterBeat = false;
  submissions = 0;
  reads = 0;
  feedback: AnswerFeedback | null = null;
  refusal: { code: string; status: number } | null = null;
  state: AttemptState;

  constructor(readonly attempt: Attempt = sampleAttempt()) {
    this.state = attempt.state;
    attempt.answers.forEach((answer) => this.saved.set(answer.questionId, answer));
    globalThis.fetch = (input, init) =>
      this.isReachable
        ? Promise.resolve(this.answer(String(input), init))
        : Promise.reject(new TypeError('Failed to fetch'));
  }

  /** Says something new about the clock. */
  say(change: Partial<AttemptState>) {
    this.state = { ...this.state, ...change };
  }

  private now(): AttemptState {
    return { ...this.state, serverTime: new Date().toISOString() };
  }

  private answer(url: string, init: RequestInit | undefined): Response {
    const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const [, questionId] = /\/answers\/(\w+)$/.exec(url) ?? [];
    if (questionId && this.refusal) return reply({ title: '', ...this.refusal }, this.refusal.status);
    if (questionId) return reply(this.save(questionId, body as SavedBody));
    if (url.endsWith('/session')) return reply({ me: lan });
    if (url.endsWith('/beat')) return reply(this.beat(body as BeatBody));
    if (url.endsWith('/submit')) return reply(this.submit());
    if (url.endsWith('/sittings')) return reply({ items: [{ id: 's1', exam: { id: this.attempt.examId } }] });
    this.reads += 1;
    const { submittedAt, closedBy } = this.state;
    const answers = [...this.saved.values()];
    return reply({ ...this.attempt, submittedAt, closedBy, answers, state: this.now() });
  }

  private save(questionId: string, body: SavedBody) {
    this.bodies.push(body);
    const before = this.saved.get(questionId);
    const { answeredAt: _, device: __, ...content } = body;
    const kept = before && before.sequence >= body.sequence ? before : savedAs({ ...content, questionId });
    this.saved.set(questionId, kept);
    return { ...kept, state: this.now(), feedback: kept.isFinal ? this.feedback : null };
  }

  private beat(body: BeatBody): AttemptState {
    this.beats.push(body);
    if (body.takesOver) this.say({ device: body.device });
    if (this.goesAfterBeat) this.isReachable = false;
    return this.now();
  }

  private submit() {
    this.submissions += 1;
    this.say({ submittedAt: new Date().toISOString(), closedBy: this.state.closedBy ?? 'learner' });
    const { size } = this.saved;
    return { attemptId, state: this.now(), receipt: '4D08', answeredCount: size, questionCount: 3 };
  }
}
