// The password way through passport: counts tries, does the same work for every login, answers who it is or false.
import { parseLogin } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { Database } from '../platform/database/database.js';
import { addressKey, Throttle } from '../platform/throttle.js';
import { verifyPassword } from './passwords.js';

/** What passport carries for us from the endpoint to the strategy. */
export interface SignInRequest {
  body: { login: string; password: string };
  address: string;
}

/** Who it is, and by which stored password: a session is opened only while that one still holds. */
export interface Proof {
  personId: string;
  passwordHash: string;
}

/** From where which account is tried; `key` stands for both together. */
interface Place {
  login: string;
  address: string;
  key: string;
}

const findCredentials = {
  name: 'accounts.find-credentials',
  text: 'SELECT id AS "personId", password_hash AS "passwordHash" FROM person WHERE email = $1 OR phone = $1',
};

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
  ) {
    super({ usernameField: 'login', passwordField: 'password', passReqToCallback: true });
  }

  /** The person whose login and password these are, or false; refuses with `request.throttled`. */
  async validate(request: SignInRequest, typed: string, password: string): Promise<Proof | false> {
    const login = parseLogin(typed)?.value ?? typed.toLowerCase();
    const address = addressKey(request.address);
    const place = { login, address, key: `${login} ${address}` };
    const isKnown = await this.countTry(place);

    const proof = await this.database.row<Proof & object>(findCredentials, [login]);
    const isRight = await verifyPassword(proof?.passwordHash, password);

    if (!proof || !isRight) {
      await this.throttle.count('sign-in.address', address);
      return false;
    }
    await this.takeBack(place, isKnown);
    return proof;
  }

  /**
   * Tries at one account are counted before the check, so that a burst cannot slip through, and taken back after success. By
   * address alone only failures are counted, because a whole school may sign in behind one address in the same second. An address
   * that has got into the account before has its own few tries and no part in those of all: strangers at many addresses lock out
   * only strangers. Answers whether it is such an address.
   */
  private async countTry({ login, address, key }: Place): Promise<boolean> {
    await this.throttle.refuseIfSpent('sign-in.address', address);
    await this.throttle.consume('sign-in.account-address', key);
    const isKnown = await this.throttle.isCounted('sign-in.known', key);
    if (!isKnown) await this.throttle.consume('sign-in.account', login);
    return isKnown;
  }

  private async takeBack({ login, key }: Place, isKnown: boolean): Promise<void> {
    await Promise.all([
      this.throttle.forget('sign-in.account-address', key),
      this.throttle.note('sign-in.known', key),
      isKnown ? undefined : this.throttle.giveBack('sign-in.account', login),
    ]);
  }
}
