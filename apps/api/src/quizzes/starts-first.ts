// When thousands begin together, starts go before the saves of those who have begun: a start is what people look at a clock for, and
// a save that waits a moment is none the worse.
import { Injectable } from '@nestjs/common';
import { Precedence } from '../platform/database/precedence.js';

@Injectable()
export class StartsFirst extends Precedence {}
