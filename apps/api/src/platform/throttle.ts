// How often something may be tried from one place, counted in the database so that every instance counts together.
// Knows the rules by name and opaque keys; what a key stands for is the caller's.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import { Database } from './database/database.js';
import { Problem } from './http/problem.js';

/** A school or an office stands behind one address, so rules by address alone are wide. */
const rules = {
  'sign-in.account-address': { times: 10, minutes: 15 },
  'sign-in.account': { times: 50, minutes: 15 },
  'sign-in.address': { times: 300, minutes: 15 },
  /** No limit but a note that lasts longer than a session: this address has got into this account. */
  'sign-in.known': { times: 1, minutes: 60 * 24 * 60 },
  'password.person': { times: 10, minutes: 15 },
  'registration.address': { times: 60, minutes: 60 },
  'verification.address': { times: 120, minutes: 1 },
  // Wrong codes only: a room of a thousand behind one address types a few of them.
  'check-in.person': { times: 10, minutes: 15 },
  'check-in.address': { times: 300, minutes: 15 },
  // Wrong codes only; the code of a quiz is read out once.
  'quiz-code.enrolment': { times: 20, minutes: 15 },
} as const;

export type ThrottleName = keyof typeof rules;

/** After this long the counters in memory stand in, so that a slow database locks nobody out. */
const patienceMs = 2_000;

/** A timer takes no more; what lasts longer in the database lasts this long in memory. */
const longestTimerSeconds = 24 * 86_400;

/** Keys hold logins and addresses: stored hashed, and always short enough for the column. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function throttled(result: RateLimiterRes): Problem {
  return new Problem('request.throttled', {
    retryAt: new Date(Date.now() + Math.max(result.msBeforeNext, 1_000)),
  });
}

/** An address as a key. Of IPv6 the first 64 bits count, because one household or office owns all of the rest. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const gap =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...gap, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

@Injectable()
export class Throttle {
  private readonly limiters = new Map<ThrottleName, RateLimiterAbstract>();

  constructor(private readonly database: Database) {
    for (const name of Object.keys(rules) as ThrottleName[]) this.limiters.set(name, this.limiterOf(name));
  }

  /** Counts one try; refuses with `request.throttled` and the time to come back when there were too many. */
  async consume(name: ThrottleName, key: string): Promise<void> {
    try {
      await this.limiter(name).consume(hashed(key));
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? throttled(refusal) : refusal;
    }
  }

  /** Refuses like `consume` when the tries are used up, but counts nothing. */
  async refuseIfSpent(name: ThrottleName, key: string): Promise<void> {
    const state = await this.limiter(name).get(hashed(key));
    if (state && state.consumedPoints >= rules[name].times) throw throttled(state);
  }

  /** Counts one try without refusing it. */
  async count(name: ThrottleName, key: string): Promise<void> {
    await this.limiter(name).penalty(hashed(key));
  }

  /** Notes one thing anew, for as long as the rule says. */
  async note(name: ThrottleName, key: string): Promise<void> {
    // Not by setting it: with the end named here, the counters in memory would be given a longer one than they can hold.
    await this.forget(name, key);
    await this.count(name, key);
  }

  /** Whether anything is counted or noted at this moment. */
  async isCounted(name: ThrottleName, key: string): Promise<boolean> {
    return ((await this.limiter(name).get(hashed(key)))?.consumedPoints ?? 0) > 0;
  }

  /** Takes one counted try back. */
  async giveBack(name: ThrottleName, key: string): Promise<void> {
    await this.limiter(name).reward(hashed(key));
  }

  /** Forgets every counted try. */
  async forget(name: ThrottleName, key: string): Promise<void> {
    await this.limiter(name).delete(hashed(key));
  }

  private limiter(name: ThrottleName): RateLimiterAbstract {
    return this.limiters.get(name) ?? this.limiterOf(name);
  }

  private limiterOf(name: ThrottleName): RateLimiterAbstract {
    const { times, minutes } = rules[name];
    const rule = { keyPrefix: name, points: times, duration: minutes * 60 };
    const limiter = new RateLimiterPostgres({
      ...rule,
      storeClient: this.database.pool(),
      storeType: 'pool',
      tableName: 'throttle',
      tableCreated: true,
      // One timer removes the old counters of all rules.
      clearExpiredByTimeout: this.limiters.size === 0,
    });
    return new RLWrapperTimeouts({
      limiter,
      timeoutMs: patienceMs,
      insuranceLimiter: new RateLimiterMemory({
        ...rule,
        duration: Math.min(rule.duration, longestTimerSeconds),
      }),
    });
  }
}
