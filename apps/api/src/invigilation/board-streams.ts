// Who listens to which board in this process: opens streams, so many for a person, and ends them all before the application stops.
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type ExamFacts, findExam } from '../exams/exam-facts.js';
import { ExamsQueries } from '../exams/exams.queries.js';
import { Clock } from '../platform/clock.js';
import { Database, type Statement } from '../platform/database/database.js';
import { type Actor, Sessions } from '../platform/http/actor.js';
import { FileAnswer } from '../platform/http/file-answer.js';
import { Problem } from '../platform/http/problem.js';
import { refuseForeignRoom } from './access.js';
import { BoardListener, type Following } from './board-listener.js';
import { BoardQueries } from './board.queries.js';
import { ExamWatch } from './exam-watch.js';

/** A person with that many open boards has forgotten some; a browser opens no more than six to one address anyway. */
export const streamsPerPerson = 6;
const comeBackMs = 30_000;

const findPath: Statement = {
  name: 'invigilation.find-path',
  text: 'SELECT pl.path::text AS path FROM exam x JOIN place pl ON pl.id = x.place_id WHERE x.id = $1',
};

interface Wish {
  examId: string;
  roomId: string | undefined;
  token: string;
  response: ServerResponse;
}

@Injectable()
export class BoardStreams implements BeforeApplicationShutdown {
  private readonly watches = new Map<string, ExamWatch>();
  /** Every open stream and every one that is about to open, by person. */
  private readonly places = new Map<string, Set<string>>();
  private isClosing = false;

  constructor(
    private readonly database: Database,
    private readonly exams: ExamsQueries,
    private readonly board: BoardQueries,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** The event stream of a board. Refuses with `request.throttled` who listens too often already. */
  async follow({ examId, roomId, token, response }: Wish, actor: Actor): Promise<FileAnswer> {
    const giveBack = this.takePlace(actor.personId);
    response.once('close', giveBack);
    const visible = await findExam(this.database, examId, actor);
    if (roomId !== undefined) await refuseForeignRoom(this.database, visible, roomId);
    const following = { examId, roomId: roomId ?? null, personId: actor.personId, token };
    const watch = await this.watchOf(visible.exam);
    // Nobody hears the second: the client has gone meanwhile.
    if (this.isClosing || response.closed) throw new Problem('service.unavailable');
    return new FileAnswer(this.listen(watch, following, response).stream, {
      mediaType: 'text/event-stream; charset=utf-8',
      cacheControl: 'no-store',
      // A proxy that gathers bytes would keep the news to itself.
      headers: { 'x-accel-buffering': 'no' },
    });
  }

  /** Open streams have no end of their own: without this the application would wait for every browser. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    const all = [...this.watches.values()];
    await Promise.all(all.flatMap((watch) => [...watch.listeners].map((listener) => listener.end())));
    await Promise.all(all.map((watch) => watch.stop()));
  }

  private listen(watch: ExamWatch, following: Following, response: ServerResponse): BoardListener {
    const listener = new BoardListener(following, response);
    listener.onceGone(() => {
      watch.listeners.delete(listener);
      if (watch.listeners.size > 0 || this.watches.get(following.examId) !== watch) return;
      this.watches.delete(following.examId);
      void watch.stop();
    });
    watch.add(listener);
    return listener;
  }

  /** Taken before anything is read, so that many requests at once do not slip through. */
  private takePlace(personId: string): () => void {
    if (this.isClosing) throw new Problem('service.unavailable');
    const taken = this.places.get(personId) ?? new Set<string>();
    if (taken.size >= streamsPerPerson)
      throw new Problem('request.throttled', { retryAt: new Date(Date.now() + comeBackMs) });
    const place = randomUUID();
    this.places.set(personId, taken.add(place));
    return () => {
      taken.delete(place);
      if (taken.size === 0 && this.places.get(personId) === taken) this.places.delete(personId);
    };
  }

  private async watchOf(exam: ExamFacts): Promise<ExamWatch> {
    const known = this.watches.get(exam.id);
    if (known) return known;
    const questionCount = await this.board.questionCount(exam);
    const place = await this.database.row<{ path: string }>(findPath, [exam.id]);
    const meanwhile = this.watches.get(exam.id);
    if (meanwhile) return meanwhile;
    const { id, organisationId } = exam;
    const watched = { id, organisationId, path: place?.path ?? '', questionCount };
    const { database, exams, sessions, clock } = this;
    const watch = new ExamWatch(watched, { database, exams, sessions, clock });
    this.watches.set(exam.id, watch);
    return watch;
  }
}
