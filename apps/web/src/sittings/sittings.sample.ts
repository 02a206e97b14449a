// A sitting and a small server for tests: it has a clock of its own, seals a real paper, and gives the key from the start on only.
import { createCipheriv, randomBytes, webcrypto } from 'node:crypto';
import type { Me, PaperQuestion, SealedPaper, Sitting } from '@onetouch/contract';
import { deviceId } from '../platform/device-id.js';
import { forgetServerClock, noteServerTime } from '../platform/server-clock.js';
import { sampleAttempt } from '../quizzes/attempt.sample.js';

export const lan = { id: 'lan', fullName: 'Lê Thị Lan' } as Me;
export const sittingId = '0190c8f0-0000-7000-8000-00000000000a';
export const attemptId = '0190c8f0-0000-7000-8000-00000000000b';
/** 08:00 on a Saturday. */
export const start = Date.parse('2026-11-21T01:00:00.000Z');
export const minutes = (count: number) => count * 60_000;
const iso = (time: number) => new Date(time).toISOString();

/** Seals as the server does: AES-256-GCM, the tag at the end, bound to the sitting. */
export function seal(questions: PaperQuestion[], key: Buffer, id = sittingId): SealedPaper {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(id));
  const hidden = [cipher.update(JSON.stringify(questions), 'utf8'), cipher.final(), cipher.getAuthTag()];
  return { nonce: nonce.toString('base64'), data: Buffer.concat(hidden).toString('base64') };
}

/** Half an hour of check-in, an exam of 20 minutes in a window of an hour; not checked in. */
export function sampleSitting(change: Partial<Sitting> = {}, exam: Partial<Sitting['exam']> = {}): Sitting {
  const { rule, courseTitle, courseSlug, title } = sampleAttempt();
  return {
    id: sittingId,
    enrolmentId: 'e1',
    exam: {
      id: 'x1',
      lessonId: 'l1',
      name: 'Thi cuối khóa xã Hợp Thành',
      courseTitle,
      courseSlug,
      quizTitle: title,
      checkInOpensAt: iso(start - minutes(30)),
      startsAt: iso(start),
      closesAt: iso(start + minutes(60)),
      status: 'check-in',
      minutes: 20,
      extraMinutes: 0,
      questionCount: 3,
      passPercent: 60,
      navigation: 'free',
      graceMinutes: 30,
      rule: { ...rule, questionsPerPage: 5 },
      ...exam,
    },
    room: { name: 'Phòng 2', place: { id: 'p1', fullName: 'Xã Hợp Thành, tỉnh Thanh Lam' } },
    checkedInAt: null,
    serverTime: iso(start),
    waitMs: 0,
    sealedPaper: null,
    attemptId: null,
    submittedAt: null,
    ...change,
  };
}

/** Node's own Web Crypto in the page, or none as on a page without TLS. */
export function giveCrypto(hasIt: boolean) {
  const { getRandomValues, randomUUID } = webcrypto;
  const without = {
    getRandomValues: getRandomValues.bind(webcrypto),
    randomUUID: randomUUID.bind(webcrypto),
  };
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: hasIt ? webcrypto : without });
}

/** Caches of a browser that survive a page that is opened again. */
export function giveCaches(): Map<string, string> {
  const kept = new Map<string, string>();
  const cache = {
    put: async (address: string, answer: Response) => void kept.set(address, await answer.text()),
    match: async (address: string) => {
      const found = kept.get(address);
      return found === undefined ? undefined : new Response(found);
    },
    delete: async (address: string) => kept.delete(address),
  };
  Object.assign(globalThis, {
    caches: { open: async () => cache, delete: async () => kept.clear() },
  });
  return kept;
}

type Refusal = { code: string; status: number; retryAt?: string };

/** Answers every request of the pages of this room in place of `fetch`. */
export class ExamServer {
  readonly key = randomBytes(32);
  readonly questions = sampleAttempt().questions;
  readonly asked: { path: string; body: unknown }[] = [];
  isReachable = true;
  /** Given once each, the first one first. */
  refusals: Refusal[] = [];
  /** Another device began with it, at this time. */
  begunElsewhere: number | null = null;
  private shift = 0;

  constructor(public sitting: Sitting) {
    globalThis.fetch = (input, init) =>
      this.isReachable
        ? Promise.resolve(this.answer(String(input), init))
        : Promise.reject(new TypeError('Failed to fetch'));
  }

  /** Sets the server's clock; the device's own clock stays as wrong as it is. */
  at(time: number) {
    this.shift = time - Date.now();
    forgetServerClock();
    const now = performance.now();
    noteServerTime(now, now, iso(time));
  }

  now(): number {
    return Date.now() + this.shift;
  }

  checkInAt(time: number) {
    this.sitting = {
      ...this.sitting,
      checkedInAt: iso(time),
      sealedPaper: seal(this.questions, this.key),
    };
  }

  sent(path: string) {
    return this.asked.filter((one) => one.path === path);
  }

  private answer(url: string, init: RequestInit | undefined): Response {
    const path = url.replace('/api/v1', '');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    this.asked.push({ path, body });
    const reply = (answer: unknown, status = 200) => new Response(JSON.stringify(answer), { status });
    const refuse = (refusal: Refusal) => reply({ title: refusal.code, ...refusal }, refusal.status);
    if (path === '/session') return reply({ me: lan });
    const refusal = init?.method === 'POST' ? this.refusals.shift() : undefined;
    if (refusal) return refuse(refusal);
    if (path === '/check-in') return reply(this.checkIn());
    if (path === '/sittings') return reply({ items: [{ ...this.shown(), sealedPaper: null }] });
    if (path === `/sittings/${sittingId}`) return reply(this.shown());
    if (path === `/sittings/${sittingId}/start`) {
      const early = { code: 'exam.not-started', status: 409, retryAt: this.sitting.exam.startsAt };
      if (this.now() < Date.parse(this.sitting.exam.startsAt)) return refuse(early);
      return reply(this.start(body as { needsQuestions: boolean }));
    }
    return refuse({ code: 'exam.not-found', status: 404 });
  }

  private shown(): Sitting {
    return { ...this.sitting, serverTime: iso(this.now()) };
  }

  private checkIn(): Sitting {
    this.checkInAt(this.now());
    return this.shown();
  }

  private start({ needsQuestions }: { needsQuestions: boolean }) {
    const startedAt = iso(this.begunElsewhere ?? this.now());
    const device = this.begunElsewhere === null ? deviceId() : 'another-device';
    return {
      attemptId,
      key: this.key.toString('base64'),
      state: {
        serverTime: iso(this.now()),
        startedAt,
        deadlineAt: iso(this.now() + minutes(20)),
        pausedAt: null,
        submittedAt: null,
        closedBy: null,
        voidedAt: null,
        device,
      },
      questions: needsQuestions ? this.questions : null,
    };
  }
}
