// The accounts room, put together.
import { Global, Module } from '@nestjs/common';
import { Sessions } from '../platform/http/actor.js';
import { SessionStore } from './session-store.js';

@Global()
@Module({
  providers: [SessionStore, { provide: Sessions, useExisting: SessionStore }],
  exports: [SessionStore, Sessions],
})
export class AccountsModule {}
