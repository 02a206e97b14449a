// The accounts room, put together.
import { Global, Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.js';
import { Sessions } from '../platform/http/actor.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { ConsentsService } from './consents.service.js';
import { GrantsService } from './grants.service.js';
import { LocalStrategy } from './local-strategy.js';
import { PeopleQueries } from './people.queries.js';
import { RegisterPerson } from './register-person.js';
import { SessionStore } from './session-store.js';
import { SignIn } from './sign-in.js';

@Global()
@Module({
  imports: [PlacesModule],
  controllers: [AccountsController],
  providers: [
    AccountsService,
    ConsentsService,
    GrantsService,
    LocalStrategy,
    PeopleQueries,
    RegisterPerson,
    SessionStore,
    SignIn,
    { provide: Sessions, useExisting: SessionStore },
  ],
  exports: [SessionStore, Sessions],
})
export class AccountsModule {}
