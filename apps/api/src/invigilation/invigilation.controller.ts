// Endpoints of the morning: the board, its stream, what is done and why.
import { type InputOf, invigilation } from '@onetouch/contract';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestContext } from '../platform/http/actor.js';
import { sessionCookie } from '../platform/http/door.js';
import { Handles } from '../platform/http/handles.js';
import { ActOnCandidate } from './act-on-candidate.js';
import { BoardStreams } from './board-streams.js';
import { InvigilationService } from './invigilation.service.js';
import { MoveToRoom } from './move-to-room.js';
import { ExamRecord } from './record.js';

type In<K extends keyof typeof invigilation> = InputOf<(typeof invigilation)[K]>;

@Controller()
export class InvigilationController {
  constructor(
    private readonly service: InvigilationService,
    private readonly streams: BoardStreams,
    private readonly candidates: ActOnCandidate,
    private readonly moves: MoveToRoom,
    private readonly record: ExamRecord,
  ) {}

  @Handles(invigilation.listRooms)
  listRooms(_input: In<'listRooms'>, { actor }: RequestContext) {
    return this.service.listRooms(actor);
  }

  @Handles(invigilation.readBoard)
  readBoard({ params, query }: In<'readBoard'>, { actor }: RequestContext) {
    return this.service.readBoard(params.examId, query.roomId, actor);
  }

  @Handles(invigilation.followBoard)
  followBoard({ params, query }: In<'followBoard'>, { actor }: RequestContext, reply: FastifyReply) {
    const token = reply.request.cookies[sessionCookie] ?? '';
    const wish = { examId: params.examId, roomId: query.roomId, token, response: reply.raw };
    return this.streams.follow(wish, actor);
  }

  @Handles(invigilation.findCandidates)
  findCandidates(input: In<'findCandidates'>, { actor }: RequestContext) {
    return this.service.findCandidates(input, actor);
  }

  @Handles(invigilation.pauseRoom)
  pauseRoom(input: In<'pauseRoom'>, { actor }: RequestContext) {
    return this.service.pauseRoom(input, actor);
  }

  @Handles(invigilation.resumeRoom)
  resumeRoom(input: In<'resumeRoom'>, { actor }: RequestContext) {
    return this.service.resumeRoom(input, actor);
  }

  @Handles(invigilation.creditRoom)
  creditRoom(input: In<'creditRoom'>, { actor }: RequestContext) {
    return this.service.creditRoom(input, actor);
  }

  @Handles(invigilation.extendCandidate)
  extendCandidate(input: In<'extendCandidate'>, { actor }: RequestContext) {
    return this.candidates.extend(input, actor);
  }

  @Handles(invigilation.restartCandidate)
  restartCandidate(input: In<'restartCandidate'>, { actor }: RequestContext) {
    return this.candidates.restart(input, actor);
  }

  @Handles(invigilation.closeCandidate)
  closeCandidate(input: In<'closeCandidate'>, { actor }: RequestContext) {
    return this.candidates.close(input, actor);
  }

  @Handles(invigilation.checkInCandidate)
  checkInCandidate(input: In<'checkInCandidate'>, { actor }: RequestContext) {
    return this.candidates.checkIn(input, actor);
  }

  @Handles(invigilation.undoCheckIn)
  undoCheckIn(input: In<'undoCheckIn'>, { actor }: RequestContext) {
    return this.candidates.undoCheckIn(input, actor);
  }

  @Handles(invigilation.moveCandidate)
  moveCandidate(input: In<'moveCandidate'>, { actor }: RequestContext) {
    return this.moves.move(input, actor);
  }

  @Handles(invigilation.note)
  note(input: In<'note'>, { actor }: RequestContext) {
    return this.record.note(input, actor);
  }

  @Handles(invigilation.listEvents)
  listEvents(input: In<'listEvents'>, { actor }: RequestContext) {
    return this.record.list(input, actor);
  }
}
