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
    await this.countTry(login, address);

    const proof = await this.database.row<Proof & object>(findCredentials, [login]);
    const isRight = await verifyPassword(proof?.passwordHash, password);

    if (!proof || !isRight) {
      await this.throttle.count('sign-in.address', address);
      return false;
    }
    await this.takeBack(login, address);
    return proof;
  }

  /**
   * Tries at one account are counted before the check, so that a burst cannot slip through, and taken back after success. By
   * address alone only failures are counted, because a whole school may sign in behind one address in the same second.
   */
  private async countTry(login: string, address: string): Promise<void> {
    await this.throttle.refuseIfSpent('sign-in.address', address);
    await this.throttle.consume('sign-in.account-address', `${login} ${address}`);
    await this.throttle.consume('sign-in.account', login);
  }

  private async takeBack(login: string, address: string): Promise<void> {
    await Promise.all([
      this.throttle.forget('sign-in.account-address', `${login} ${address}`),
      this.throttle.giveBack('sign-in.account', login),
    ]);
  }
}
