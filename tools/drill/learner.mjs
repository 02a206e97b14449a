// One learner's browser on the morning: checks in, opens the sealed paper with its key, answers, loads again, loses the network,
// hands in, and remembers which answers have a receipt. Real requests, real decryption; only the person is played.
import { createDecipheriv, randomUUID } from 'node:crypto';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const patienceMs = 120_000;

export class PlayedLearner {
  constructor({ learner, code, browser, options, notes }) {
    Object.assign(this, { learner, code, browser, options, notes });
    this.device = randomUUID();
    /** Chosen options by question, as the server has confirmed them. */
    this.confirmed = new Map();
    this.waiting = [];
    this.isAway = false;
  }

  async checkIn() {
    this.sitting = await this.ask('check-in', ['POST', '/check-in', { code: this.code }]);
  }

  /** Waits for the own moment of the start, and begins. */
  async begin(startsAt) {
    const due = new Date(startsAt).getTime() + this.sitting.waitMs + this.notes.clockOffsetMs;
    await pause(Math.max(0, due - Date.now()));
    const body = { device: this.device };
    const { attemptId, key, state } = await this.ask('start', [
      'POST',
      `/sittings/${this.sitting.id}/start`,
      body,
    ]);
    this.attemptId = attemptId;
    this.deadlineAt = state.deadlineAt;
    this.questions = this.unseal(key);
  }

  unseal(key) {
    const { nonce, data } = this.sitting.sealedPaper;
    const sealed = Buffer.from(data, 'base64');
    const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), Buffer.from(nonce, 'base64'));
    cipher.setAAD(Buffer.from(this.sitting.id));
    cipher.setAuthTag(sealed.subarray(-16));
    return JSON.parse(
      Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]).toString('utf8'),
    );
  }

  /** Answers every question, some twice, with time to think; goes away once if it is one of those who do. */
  async answerAll(goesAway) {
    const awayAt = goesAway ? Math.floor(Math.random() * this.questions.length) : -1;
    for (const [index, question] of this.questions.entries()) {
      await pause(this.options.think * 1000 * (0.3 + 1.4 * Math.random()));
      if (index === awayAt) this.goAway();
      await this.answer(question, 1);
      if (Math.random() < 0.1) await this.answer(question, 2);
      if (!this.isAway && Math.random() * 100 < this.options.reload) await this.reload();
    }
    while (this.isAway) await pause(200);
    await this.sendWaiting();
  }

  async answer(question, sequence) {
    const option = question.options[Math.floor(Math.random() * question.options.length)];
    const answeredAt = new Date(Date.now() - this.notes.clockOffsetMs).toISOString();
    const body = { optionIds: [option.id], sequence, answeredAt, device: this.device };
    this.waiting.push({ questionId: question.id, body });
    if (!this.isAway) await this.sendWaiting();
  }

  /** In any order, one of them twice, as a browser that comes back may do. */
  async sendWaiting() {
    const items = this.waiting.splice(0).reverse();
    for (const { questionId, body } of items.length > 1 ? [...items, items[0]] : items) {
      const path = `/attempts/${this.attemptId}/answers/${questionId}`;
      const kept = await this.ask('save', ['PUT', path, body]);
      this.confirmed.set(questionId, kept.optionIds.join());
    }
  }

  goAway() {
    this.isAway = true;
    this.browser.connection.close();
    setTimeout(() => (this.isAway = false), this.options.away * 1000);
  }

  async reload() {
    const { answers } = await this.ask('reload', ['GET', `/attempts/${this.attemptId}`]);
    this.compare(answers);
  }

  async handIn() {
    await this.ask('submit', ['POST', `/attempts/${this.attemptId}/submit`, {}]);
  }

  /** Reads the attempt again after everything is over. */
  async look() {
    const { answers, submittedAt } = await this.ask('look', ['GET', `/attempts/${this.attemptId}`]);
    if (!submittedAt) this.notes.errors.push('an attempt is open after its submission');
    this.compare(answers);
  }

  compare(answers) {
    const kept = new Map(answers.map(({ questionId, optionIds }) => [questionId, optionIds.join()]));
    for (const [questionId, chosen] of this.confirmed)
      if (kept.get(questionId) !== chosen) this.notes.lost.add(`${this.attemptId}/${questionId}`);
  }

  /** One request, tried again while the line or the server is away, as the page does; refusals are errors. */
  async ask(step, [method, path, body]) {
    const until = Date.now() + patienceMs;
    for (;;) {
      const sent = performance.now();
      try {
        const answer = await this.browser.call(method, path, body);
        this.notes.latencies.add(step, performance.now() - sent);
        this.notes.tick();
        return answer;
      } catch (error) {
        if (!isPassing(error) || Date.now() > until) throw this.noted(step, error);
        this.notes.again += 1;
        await pause(500 + Math.random() * 1500);
      }
    }
  }

  noted(step, error) {
    this.notes.errors.push(`${step}: ${error.message}`);
    return error;
  }
}

/** Throttled, unavailable, or no line at all. */
const isPassing = (error) =>
  !/answered \d/.test(error.message) || /answered (429|502|503|504)/.test(error.message);
