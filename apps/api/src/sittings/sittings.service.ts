// Use cases of one's own sittings: see them, check in, begin.
import type { InputOf, Sitting, sittings, SittingStart } from '@onetouch/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { RequestContext } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { presentState } from '../quizzes/attempt-state.js';
import { readPaper, shownQuestions } from '../quizzes/papers.js';
import { CheckIn } from './check-in.js';
import { SittingsQueries } from './sittings.queries.js';
import { StartSitting } from './start-sitting.js';

@Injectable()
export class SittingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SittingsQueries,
    private readonly entrance: CheckIn,
    private readonly starting: StartSitting,
    private readonly clock: Clock,
  ) {}

  /** Own exams, without papers. */
  async list(personId: string): Promise<{ items: Sitting[] }> {
    return { items: await this.queries.list(personId) };
  }

  /** One own exam; any other is not there. */
  async read(sittingId: string, personId: string): Promise<Sitting> {
    const sitting = await this.queries.find(sittingId, personId);
    if (!sitting) throw new Problem('exam.not-found');
    return sitting;
  }

  /** Checks in with the code of a room. */
  checkIn(code: string, { actor, address }: RequestContext): Promise<Sitting> {
    return this.entrance.checkIn(code, { personId: actor.personId, address });
  }

  /** The key and the clock; the questions only for a device that cannot open the sealed paper. */
  async start(
    { params, body }: InputOf<typeof sittings.start>,
    { actor, address }: RequestContext,
  ): Promise<SittingStart> {
    const { attemptId, paperId, key, clock } = await this.starting.start({
      sittingId: params.sittingId,
      personId: actor.personId,
      address,
      device: body.device ?? null,
    });
    const questions = body.needsQuestions ? shownQuestions(await readPaper(this.database, paperId)) : null;
    const state = presentState(clock, this.clock.now());
    return { attemptId, key: key.toString('base64'), state, questions };
  }
}
