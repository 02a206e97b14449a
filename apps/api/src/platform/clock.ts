// What time it is. Injected, so that tests can say when something happened; rules get the time as an argument.
import { Injectable } from '@nestjs/common';

@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
