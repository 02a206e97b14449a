// Registration: an account with its consents in one transaction. Signing in afterwards is the service's.
import { accounts, type InputOf } from '@onetouch/contract';
import { parseLogin } from '@onetouch/domain';
import { Injectable } from '@nestjs/common';
import { PlacesService } from '../places/places.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Problem } from '../platform/http/problem.js';
import { addressKey, Throttle } from '../platform/throttle.js';
import { insertNewPerson } from './new-person.js';
import { hashPassword } from './passwords.js';

export type Registration = InputOf<typeof accounts.register>['body'];

@Injectable()
export class RegisterPerson {
  constructor(
    private readonly database: Database,
    private readonly places: PlacesService,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** Creates the account and answers its id. */
  async register(body: Registration, address: string): Promise<string> {
    const login = parseLogin(body.login);
    if (!login) {
      const issues = [
        { path: 'body.login', message: 'must be an e-mail address or a Vietnamese phone number' },
      ];
      throw new Problem('request.invalid', { issues });
    }
    const consents = body.consents.map((consent) => consent.purpose);
    if (!consents.includes('training-record')) throw new Problem('person.consent-required');
    await this.throttle.consume('registration.address', addressKey(address));
    const placeId = await this.homePlace(body.placeId);
    const organisation = await this.organisation(body.organisationId, body.organisationName);

    const passwordHash = await hashPassword(body.password);
    const { fullName, audience, locale } = body;
    const person = {
      fullName,
      login,
      passwordHash,
      audience,
      placeId,
      ...organisation,
      locale,
      consents,
      channel: 'web' as const,
    };
    return this.database.transaction((transaction) => insertNewPerson(transaction, person, this.clock.now()));
  }

  /** A commune or province of today; the country is nobody's home. */
  async homePlace(placeId: string): Promise<string> {
    const place = await this.places.findCurrent(placeId);
    if (place.level === 'country') throw new Problem('place.not-current');
    return place.id;
  }

  /** The chosen organisation with its name copied, or the name as typed. */
  async organisation(
    id: string | null,
    typed: string,
  ): Promise<{ organisationId: string | null; organisationName: string }> {
    if (id === null) return { organisationId: null, organisationName: typed };
    const organisation = await this.places.findOrganisation(id);
    return { organisationId: organisation.id, organisationName: organisation.name };
  }
}
