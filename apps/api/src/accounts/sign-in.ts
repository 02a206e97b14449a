// Runs passport for one sign-in. Not as a guard: the contract checks the request first, and passport gets only what it needs.
import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { LocalStrategy, type Proof, type SignInRequest } from './local-strategy.js';

@Injectable()
export class SignIn {
  constructor(private readonly local: LocalStrategy) {}

  /** Who it is, or null when login and password do not belong together. */
  withPassword(request: SignInRequest): Promise<Proof | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, proof?: Proof | false) => {
        if (error) reject(error);
        else resolve(proof || null);
      };
      // An object of its own for each request, because passport writes the outcome's functions onto what it is given; by name it would
      // do so itself, but names hold for the whole process and not for one application.
      const strategy = Object.create(this.local) as LocalStrategy;
      const middleware = passport.authenticate(strategy, { session: false }, answer) as (
        ...connect: unknown[]
      ) => void;
      middleware(request, {}, answer);
    });
  }
}
