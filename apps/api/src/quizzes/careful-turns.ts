// The turns of everything in this room that may have to wait for somebody else's lock: saves and submissions that go alone.
import { Injectable } from '@nestjs/common';
import { Turns } from '../platform/turns.js';

/** Far fewer than there are connections. */
const lanes = 4;

@Injectable()
export class CarefulTurns extends Turns {
  constructor() {
    super(lanes);
  }
}
